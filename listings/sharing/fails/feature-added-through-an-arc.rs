//! An `Arc` lends its content for reading
//!
//! If this compiled, both threads could have an exclusive reference to one list. The two calls of `push` could write to
//! one place, and a feature is lost. Or one moves the list, and the other writes into the old block, already freed.
//@ fixed-by: sharing/feature-added-through-an-arc-and-a-mutex

use std::sync::Arc;
use std::thread;

fn main() {
    let features = Arc::new(vec!["search"]);
    let shared = Arc::clone(&features);

    let web = thread::spawn(move || shared.push("upload")); //~ E0596: cannot borrow data in an `Arc` as mutable
    features.push("export"); //~ E0596: cannot borrow data in an `Arc` as mutable
    web.join().unwrap();

    println!("{} features", features.len());
}

//! An `Arc` lends its content for reading
//!
//! If this compiled, both threads could have an exclusive reference to one list. The two calls of `push` write to one place, so that
//! a feature is lost; or one moves the list to a larger block, and the other still writes into the old one, which has been freed.
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

//! A `RefCell` in an `Arc`, used by two threads
//!
//! If this compiled, the owners would be counted well and the loans badly. Both threads could find the `RefCell`'s
//! counter at 0 and write. One moves the letters to a larger block, and the other writes into the freed one.
//@ fixed-by: sharing/mutex-in-an-arc

use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

fn main() {
    let notice = Arc::new(RefCell::new(String::from("closed")));
    let shared = Arc::clone(&notice);

    let web = thread::spawn(move || shared.borrow_mut().push_str(" until noon")); //~ E0277: `RefCell<String>` cannot be shared between threads safely
    notice.borrow_mut().insert_str(0, "uploads: ");
    web.join().unwrap();

    println!("{}", notice.borrow());
}

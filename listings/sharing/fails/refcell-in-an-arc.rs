//! An `Arc` does not make its content fit for threads
//!
//! If this compiled, the owners would be counted well and the loans badly. Both threads could find the `RefCell`'s counter at 0, and
//! both would write. One moves the letters to a larger block of memory, and the other writes into the block that has been freed.
//@ fixed-by: sharing/mutex-in-an-arc

use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

fn main() {
    let title = Arc::new(RefCell::new(String::from("Dawn")));
    let shared = Arc::clone(&title);

    let singer = thread::spawn(move || shared.borrow_mut().push_str(" song")); //~ E0277: `RefCell<String>` cannot be shared between threads safely
    title.borrow_mut().insert_str(0, "A ");
    singer.join().unwrap();

    println!("{}", title.borrow());
}

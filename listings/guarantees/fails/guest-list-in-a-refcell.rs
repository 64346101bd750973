//! A guest list with two owners, in a `RefCell`
//!
//! If this compiled, a second doorman with a clone of the `Arc` could call `borrow_mut` at the same moment. Both would find
//! the cell's plain flag at "not borrowed", both would set it, and both would push into one list: two exclusive
//! references, and one of the guests would be lost, or the list's memory freed twice.
//@ fixed-by: guarantees/guest-list-in-a-mutex

use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

fn main() {
    let guests = Arc::new(RefCell::new(vec!["Ida"]));
    let list = Arc::clone(&guests);

    let doorman = thread::spawn(move || list.borrow_mut().push("Jon")); //~ E0277: `RefCell<Vec<&str>>` cannot be shared
    doorman.join().unwrap();

    println!("{:?}", guests.borrow());
}

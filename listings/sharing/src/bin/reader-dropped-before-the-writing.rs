//! A reader that ends with its line

use std::cell::RefCell;

fn main() {
    let sessions = RefCell::new(vec!["Ada", "Bo"]);

    // ANCHOR: loans
    println!("{} sessions", sessions.borrow().len());

    sessions.borrow_mut().push("Cy");
    println!("{} sessions", sessions.borrow().len());
    // ANCHOR_END: loans
}

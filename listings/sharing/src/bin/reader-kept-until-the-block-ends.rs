//! A reader that isn't needed any more
//@ panics

use std::cell::RefCell;

fn main() {
    let sessions = RefCell::new(vec!["Ada", "Bo"]);

    let reader = sessions.borrow();
    println!("{} sessions", reader.len());

    sessions.borrow_mut().push("Cy"); //~ panic: RefCell already borrowed
}

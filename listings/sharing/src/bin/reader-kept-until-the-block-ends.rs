//! A reader that is not needed any more
//@ panics

use std::cell::RefCell;

fn main() {
    let members = RefCell::new(vec!["Ada", "Bo"]);

    let reader = members.borrow();
    println!("{} members", reader.len());

    members.borrow_mut().push("Cy"); //~ panic: RefCell already borrowed
}

//! A reader that ends with its line

use std::cell::RefCell;

fn main() {
    let members = RefCell::new(vec!["Ada", "Bo"]);

    println!("{} members", members.borrow().len());

    members.borrow_mut().push("Cy");
    println!("{} members", members.borrow().len());
}

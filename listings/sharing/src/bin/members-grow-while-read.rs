//! The list of members grows while a loop reads it
//@ panics

use std::cell::RefCell;

fn main() {
    let members = RefCell::new(vec!["Ada", "Bo"]);

    for name in members.borrow().iter() {
        println!("greeting {name}");
        if *name == "Ada" {
            members.borrow_mut().push("Ada's guest"); //~ panic: RefCell already borrowed
        }
    }
}

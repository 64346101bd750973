//! The list of sessions grows while a loop reads it
//@ panics

use std::cell::RefCell;

fn main() {
    let sessions = RefCell::new(vec!["Ada", "Bo"]);

    for user in sessions.borrow().iter() {
        println!("checking {user}");
        if *user == "Ada" {
            sessions.borrow_mut().push("Ada's phone"); //~ panic: RefCell already borrowed
        }
    }
}

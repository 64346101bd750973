//! What the loop finds is noted, and added when the reading is over

use std::cell::RefCell;

fn main() {
    let sessions = RefCell::new(vec!["Ada", "Bo"]);

    // ANCHOR: repair
    let mut phones = Vec::new();
    for user in sessions.borrow().iter() {
        println!("checking {user}");
        if *user == "Ada" {
            phones.push("Ada's phone");
        }
    }
    sessions.borrow_mut().extend(phones);
    // ANCHOR_END: repair

    println!("{} sessions", sessions.borrow().len());
}

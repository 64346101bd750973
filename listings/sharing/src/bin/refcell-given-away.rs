//! A `RefCell` is given to a thread

use std::cell::RefCell;
use std::thread;

fn main() {
    let members = RefCell::new(vec!["Ada"]);

    let clerk = thread::spawn(move || {
        members.borrow_mut().push("Bo");
        members
    });

    let members = clerk.join().unwrap();
    members.borrow_mut().push("Cy");
    println!("{} members", members.into_inner().len());
}

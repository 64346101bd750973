//! A `RefCell` is given to a thread

use std::cell::RefCell;
use std::thread;

fn main() {
    let sessions = RefCell::new(vec!["Ada"]);

    let worker = thread::spawn(move || {
        sessions.borrow_mut().push("Bo");
        sessions
    });

    let sessions = worker.join().unwrap();
    sessions.borrow_mut().push("Cy");
    println!("{} sessions", sessions.into_inner().len());
}

//! A thread may still run when the log it borrows is gone
//!
//! If this compiled, `count_in_background` would return at once and free `log` on its way out. The new thread could
//! then be walking through memory that's no longer the log's: it'd count the lines of some other string that has been
//! put there since, or end the program with a fault.
//@ fixed-by: threads/log-moved-into-the-thread

use std::thread::{self, JoinHandle};

fn count_in_background(log: String) -> JoinHandle<usize> {
    thread::spawn(|| log.lines().count()) //~ E0373: may outlive the current function
}

fn main() {
    let counter = count_in_background("GET /\nGET /photos".to_owned());

    println!("{} requests", counter.join().unwrap());
}

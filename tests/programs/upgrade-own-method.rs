//! A method of one's own is called `upgrade`, and nothing about it is weak
//@ returns: 2

use std::sync::{Arc, Mutex};
use std::thread;

struct Ticket(Mutex<u32>);
impl Ticket {
    fn upgrade(&self) {
        *self.0.lock().unwrap() += 1;
    }
}

fn main() {
    let ticket = Arc::new(Ticket(Mutex::new(1)));
    let other = Arc::clone(&ticket);
    thread::spawn(move || other.upgrade()).join().unwrap();
    println!("{}", ticket.0.lock().unwrap());
}

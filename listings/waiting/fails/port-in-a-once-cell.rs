//! A `OnceCell` in a `static` that two threads set
//!
//! If this compiled, both threads could find the cell empty and write their port at the same time. One of them would
//! have been promised that its port is the one, and there would be the other.
//@ fixed-by: waiting/port-in-a-once-lock

use std::cell::OnceCell;
use std::thread;

static PORT: OnceCell<u16> = OnceCell::new(); //~ E0277: `OnceCell<u16>` cannot be shared between threads safely

fn main() {
    let command_line = thread::spawn(|| PORT.set(8080));
    let file = PORT.set(3000);
    let command_line = command_line.join().unwrap();
    println!("{command_line:?}, {file:?}: {:?}", PORT.get());
}

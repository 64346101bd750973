//! Both callers would be in order, and the helper is refused
//!
//! If this compiled, both callers here would be served well. But the next one could pass a clone of an `Rc<str>` and
//! drop its own `Rc` before the `join`. If the thread drops the clone at the same moment, they both subtract from one
//! plain count: the text could be freed twice, or never, and the caller hasn't done anything the signature forbids.
//@ fixed-by: guarantees/value-sent-with-send

use std::fmt::Display;
use std::thread::{self, JoinHandle};

fn log_elsewhere<T: Display + 'static>(entry: T) -> JoinHandle<()> {
    thread::spawn(move || println!("logged: {entry}")) //~ E0277: `T` cannot be sent between threads safely
}

fn main() {
    let disk = log_elsewhere(String::from("disk nearly full"));
    disk.join().unwrap();

    let status = log_elsewhere(503);
    status.join().unwrap();
}

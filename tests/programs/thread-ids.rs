//! The ids of threads are compared and not shown
//@ returns: true false Some("main") None

use std::thread;

fn main() {
    let me = thread::current().id();
    let other = thread::spawn(move || (thread::current().id() == me, thread::current().name().map(str::to_string)));
    let (same, name) = other.join().unwrap();
    println!("{} {same} {:?} {name:?}", thread::current().id() == me, thread::current().name());
}

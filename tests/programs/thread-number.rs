//! The number of a thread depends on what std has started, and is refused where it is shown
//@ refused at 8: the number of a thread

use std::thread;

fn main() {
    let me = thread::current();
    println!("{:?}", me.id());
}

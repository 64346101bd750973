//! std aborts the program where what a thread leaves is dropped by the thread, and panics
//@ refused at 10: the destructor of what a thread leaves panics here

use std::thread;

struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("bomb");
    }
}

fn main() {
    drop(thread::spawn(|| Bomb));
}

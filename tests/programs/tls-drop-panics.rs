//! std aborts the program where the destructor of a thread-local panics
//@ refused at 10: the destructor of a thread-local panics here

use std::thread;

struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("bomb");
    }
}

thread_local! {
    static BOMB: Bomb = const { Bomb };
}

fn main() {
    thread::spawn(|| BOMB.with(|_| ())).join().unwrap();
}

//! A static within a function
//@ returns: 3

use std::sync::Mutex;
use std::thread;

fn next() -> u32 {
    static N: Mutex<u32> = Mutex::new(0);
    let mut n = N.lock().unwrap();
    *n += 1;
    *n
}

fn main() {
    let others = [thread::spawn(next), thread::spawn(next)];
    for other in others {
        other.join().unwrap();
    }
    println!("{}", next());
}

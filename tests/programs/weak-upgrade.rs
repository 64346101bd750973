//! A `Weak` is upgraded while the last owner goes
//@ returns: false
//@ returns: true

use std::sync::Arc;
use std::thread;

fn main() {
    let a = Arc::new(1);
    let weak = Arc::downgrade(&a);
    let other = thread::spawn(move || weak.upgrade().is_some());
    drop(a);
    println!("{}", other.join().unwrap());
}

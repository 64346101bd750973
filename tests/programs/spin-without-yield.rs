//! A waiting loop that does nothing but load
//@ returns: up

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static FLAG: AtomicBool = AtomicBool::new(false);

fn main() {
    let setter = thread::spawn(|| FLAG.store(true, SeqCst));
    while !FLAG.load(SeqCst) {}
    println!("up");
    setter.join().unwrap();
}

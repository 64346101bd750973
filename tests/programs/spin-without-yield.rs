//! A waiting loop that does nothing but load has to be told of `spin_loop`
// std permits `up` and nothing else.
//@ refused at 12: spin_loop

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static FLAG: AtomicBool = AtomicBool::new(false);

fn main() {
    let setter = thread::spawn(|| FLAG.store(true, SeqCst));
    while !FLAG.load(SeqCst) {}
    println!("up");
    setter.join().unwrap();
}

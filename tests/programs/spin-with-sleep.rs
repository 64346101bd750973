//! A flag is polled with `sleep`, as most people write it
//@ returns: up

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

static FLAG: AtomicBool = AtomicBool::new(false);

fn main() {
    let setter = thread::spawn(|| FLAG.store(true, SeqCst));
    while !FLAG.load(SeqCst) {
        thread::sleep(Duration::from_millis(1));
    }
    println!("up");
    setter.join().unwrap();
}

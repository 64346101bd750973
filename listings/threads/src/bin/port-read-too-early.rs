//! A port is read whether or not it has been set
//@ outcome: open at port 0
//@ outcome: open at port 8080
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static PORT: AtomicU32 = AtomicU32::new(0);
static START: Barrier = Barrier::new(2);

fn main() {
    let settings = thread::spawn(|| {
        START.wait();
        PORT.store(8080, Ordering::Relaxed);
    });

    START.wait();
    println!("open at port {}", PORT.load(Ordering::Relaxed));

    settings.join().unwrap();
}

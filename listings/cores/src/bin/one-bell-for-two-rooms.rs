//! One bell for two rooms
//@ panics

use parking_lot::{Condvar, Mutex};
use std::sync::mpsc;
use std::thread;

static CELLAR: Mutex<u32> = Mutex::new(0);
static SHELF: Mutex<u32> = Mutex::new(0);
static DELIVERED: Condvar = Condvar::new();

fn main() {
    let (here, ida_is_here) = mpsc::channel();
    // ANCHOR: waiting
    thread::spawn(move || {
        let mut cellar = CELLAR.lock();
        here.send(()).unwrap();
        DELIVERED.wait(&mut cellar);
    });

    ida_is_here.recv().unwrap();
    drop(CELLAR.lock()); // It's free once she sleeps.
    println!("Ida waits in the cellar");
    DELIVERED.wait(&mut SHELF.lock()); //~ panic: attempted to use a condition variable with more than one mutex
    // ANCHOR_END: waiting
}

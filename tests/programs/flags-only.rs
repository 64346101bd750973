//! Two flags without a turn: both threads may see that the other wants to enter, and spin for ever
//@ returns: 2
//@ hangs:

use std::hint::spin_loop;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::thread;

static WANTS: [AtomicBool; 2] = [AtomicBool::new(false), AtomicBool::new(false)];
static COUNT: AtomicU32 = AtomicU32::new(0);

fn enter(me: usize) {
    WANTS[me].store(true, SeqCst);
    while WANTS[1 - me].load(SeqCst) {
        spin_loop();
    }
    let seen = COUNT.load(SeqCst);
    COUNT.store(seen + 1, SeqCst);
    WANTS[me].store(false, SeqCst);
}

fn main() {
    let a = thread::spawn(|| enter(0));
    let b = thread::spawn(|| enter(1));
    a.join().unwrap();
    b.join().unwrap();
    println!("{}", COUNT.load(SeqCst));
}

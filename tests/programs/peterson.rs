//! Peterson's lock keeps both threads apart
//@ returns: 2

use std::hint::spin_loop;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering::SeqCst};
use std::thread;

static WANTS: [AtomicBool; 2] = [AtomicBool::new(false), AtomicBool::new(false)];
static TURN: AtomicUsize = AtomicUsize::new(0);
static COUNT: AtomicU32 = AtomicU32::new(0);

fn enter(me: usize) {
    WANTS[me].store(true, SeqCst);
    TURN.store(1 - me, SeqCst);
    while WANTS[1 - me].load(SeqCst) && TURN.load(SeqCst) == 1 - me {
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

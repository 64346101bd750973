//! Lamport's bakery keeps two customers apart
//@ returns: 2

use std::hint::spin_loop;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::thread;

static CHOOSING: [AtomicBool; 2] = [const { AtomicBool::new(false) }; 2];
static NUMBER: [AtomicU32; 2] = [const { AtomicU32::new(0) }; 2];
static COUNT: AtomicU32 = AtomicU32::new(0);

fn enter(me: usize) {
    CHOOSING[me].store(true, SeqCst);
    let highest = NUMBER[0].load(SeqCst).max(NUMBER[1].load(SeqCst));
    NUMBER[me].store(highest + 1, SeqCst);
    CHOOSING[me].store(false, SeqCst);
    let other = 1 - me;
    while CHOOSING[other].load(SeqCst) {
        spin_loop();
    }
    loop {
        let theirs = NUMBER[other].load(SeqCst);
        if theirs == 0 || (theirs, other) > (NUMBER[me].load(SeqCst), me) {
            break;
        }
        spin_loop();
    }
    let seen = COUNT.load(SeqCst);
    COUNT.store(seen + 1, SeqCst);
    NUMBER[me].store(0, SeqCst);
}

fn main() {
    let a = thread::spawn(|| enter(0));
    let b = thread::spawn(|| enter(1));
    a.join().unwrap();
    b.join().unwrap();
    println!("{}", COUNT.load(SeqCst));
}

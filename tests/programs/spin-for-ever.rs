//! A thread spins for a flag that nobody raises
//@ hangs: waiting

use std::hint::spin_loop;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

static FLAG: AtomicBool = AtomicBool::new(false);

fn main() {
    println!("waiting");
    while !FLAG.load(SeqCst) {
        spin_loop();
    }
}

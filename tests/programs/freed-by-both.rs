//! Two threads free one box, each of them if it finds the sign still up
// The sign is looked at and taken down in two steps, and between them the other may look.
//@ returns: once
//@ undefined `double free, 19`:

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static SIGN: AtomicBool = AtomicBool::new(true);

#[derive(Clone, Copy)]
struct Bin(*mut u32);
unsafe impl Send for Bin {}

impl Bin {
    fn empty(self) {
        if SIGN.load(SeqCst) {
            SIGN.store(false, SeqCst);
            drop(unsafe { Box::from_raw(self.0) });
        }
    }
}

fn main() {
    let bin = Bin(Box::into_raw(Box::new(1)));
    let other = thread::spawn(move || bin.empty());
    bin.empty();
    other.join().unwrap();
    println!("once");
}

//! `AtomicU32::from_ptr` makes the accesses of one thread atomic; the other's plain read still races
//@ refused at 12: from_ptr

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

struct Level(*mut u32);
unsafe impl Send for Level {}

impl Level {
    fn raise(self) {
        unsafe { AtomicU32::from_ptr(self.0) }.store(1, Ordering::SeqCst);
    }
}

fn main() {
    let level = Box::into_raw(Box::new(0));
    let theirs = Level(level);
    let filler = thread::spawn(move || theirs.raise());
    let seen = unsafe { *level };
    filler.join().unwrap();
    println!("{seen}");
    drop(unsafe { Box::from_raw(level) });
}

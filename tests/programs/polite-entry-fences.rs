//! Flags that are `Relaxed`, and a `SeqCst` fence between the two looks of each: never both
//@ returns: 0
//@ returns: 1

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering::{Relaxed, SeqCst}, fence};
use std::thread;

struct Room(UnsafeCell<u32>);
unsafe impl Sync for Room {}

static FLAGS: [AtomicBool; 2] = [AtomicBool::new(false), AtomicBool::new(false)];
static ROOM: Room = Room(UnsafeCell::new(0));

fn visit(me: usize) {
    FLAGS[me].store(true, Relaxed);
    fence(SeqCst);
    if !FLAGS[1 - me].load(Relaxed) {
        unsafe { *ROOM.0.get() += 1 };
    }
}

fn main() {
    let other = thread::spawn(|| visit(1));
    visit(0);
    other.join().unwrap();
    println!("{}", unsafe { *ROOM.0.get() });
}

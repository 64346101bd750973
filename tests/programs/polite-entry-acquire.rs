//! Flags set with `SeqCst` and read with `Acquire`: the loads are not in the one order of all, and both may go in
//@ returns: 0
//@ returns: 1
//@ undefined `data race, 19`, only if memory is weak:

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering::{Acquire, SeqCst}};
use std::thread;

struct Room(UnsafeCell<u32>);
unsafe impl Sync for Room {}

static FLAGS: [AtomicBool; 2] = [AtomicBool::new(false), AtomicBool::new(false)];
static ROOM: Room = Room(UnsafeCell::new(0));

fn visit(me: usize) {
    FLAGS[me].store(true, SeqCst);
    if !FLAGS[1 - me].load(Acquire) {
        unsafe { *ROOM.0.get() += 1 };
    }
}

fn main() {
    let other = thread::spawn(|| visit(1));
    visit(0);
    other.join().unwrap();
    println!("{}", unsafe { *ROOM.0.get() });
}

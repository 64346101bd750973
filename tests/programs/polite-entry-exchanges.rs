//! Flags set by `swap` and read by `fetch_or`, all `AcqRel`: each exchange sees the one before, and never both go in
//@ returns: 0
//@ returns: 1

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering::AcqRel};
use std::thread;

struct Room(UnsafeCell<u32>);
unsafe impl Sync for Room {}

static FLAGS: [AtomicBool; 2] = [AtomicBool::new(false), AtomicBool::new(false)];
static ROOM: Room = Room(UnsafeCell::new(0));

fn visit(me: usize) {
    FLAGS[me].swap(true, AcqRel);
    if !FLAGS[1 - me].fetch_or(false, AcqRel) {
        unsafe { *ROOM.0.get() += 1 };
    }
}

fn main() {
    let other = thread::spawn(|| visit(1));
    visit(0);
    other.join().unwrap();
    println!("{}", unsafe { *ROOM.0.get() });
}

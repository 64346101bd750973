//! Each goes in only if the other has been in: nobody does, as no value comes out of thin air
//@ returns: 0

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;

struct Room(UnsafeCell<u32>);
unsafe impl Sync for Room {}

static BEEN_IN: [AtomicBool; 2] = [AtomicBool::new(false), AtomicBool::new(false)];
static ROOM: Room = Room(UnsafeCell::new(0));

fn visit(me: usize) {
    if BEEN_IN[1 - me].load(Relaxed) {
        unsafe { *ROOM.0.get() += 1 };
        BEEN_IN[me].store(true, Relaxed);
    }
}

fn main() {
    let other = thread::spawn(|| visit(1));
    visit(0);
    other.join().unwrap();
    println!("{}", unsafe { *ROOM.0.get() });
}

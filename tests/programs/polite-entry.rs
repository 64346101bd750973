//! Each puts its flag up and goes in if the other's is down: with `SeqCst`, never both
//@ returns: 0
//@ returns: 1

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

struct Room(UnsafeCell<u32>);
unsafe impl Sync for Room {}

static FLAGS: [AtomicBool; 2] = [AtomicBool::new(false), AtomicBool::new(false)];
static ROOM: Room = Room(UnsafeCell::new(0));

fn visit(me: usize) {
    FLAGS[me].store(true, SeqCst);
    if !FLAGS[1 - me].load(SeqCst) {
        unsafe { *ROOM.0.get() += 1 };
    }
}

fn main() {
    let other = thread::spawn(|| visit(1));
    visit(0);
    other.join().unwrap();
    println!("{}", unsafe { *ROOM.0.get() });
}

//! Flags where one thread has a `SeqCst` fence, and the other `SeqCst` accesses: never both go in
//@ returns: 0
//@ returns: 1

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering::{Relaxed, SeqCst}, fence};
use std::thread;

struct Room(UnsafeCell<u32>);
unsafe impl Sync for Room {}

static ANN: AtomicBool = AtomicBool::new(false);
static BOB: AtomicBool = AtomicBool::new(false);
static ROOM: Room = Room(UnsafeCell::new(0));

fn main() {
    let ann = thread::spawn(|| {
        ANN.store(true, Relaxed);
        fence(SeqCst);
        if !BOB.load(Relaxed) {
            unsafe { *ROOM.0.get() += 1 };
        }
    });
    BOB.store(true, SeqCst);
    if !ANN.load(SeqCst) {
        unsafe { *ROOM.0.get() += 1 };
    }
    ann.join().unwrap();
    println!("{}", unsafe { *ROOM.0.get() });
}

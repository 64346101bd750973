//! A `compare_exchange` that fails has only read, and does not race with a plain read
//@ returns: 0

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

struct Level(UnsafeCell<AtomicU32>);
unsafe impl Sync for Level {}

static LEVEL: Level = Level(UnsafeCell::new(AtomicU32::new(0)));

fn main() {
    let other = thread::spawn(|| unsafe { &*LEVEL.0.get() }.compare_exchange(5, 6, Relaxed, Relaxed).is_ok());
    let seen = unsafe { *LEVEL.0.get().cast::<u32>() };
    other.join().unwrap();
    println!("{seen}");
}

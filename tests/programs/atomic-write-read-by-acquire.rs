//! A plain write to an atomic's memory, which is ordered before a load by nothing but the store that the load reads
//@ returns:
//@ returns: 1

use std::cell::UnsafeCell;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release, SeqCst};
use std::sync::atomic::{AtomicBool, AtomicU32, fence};
use std::thread;

struct Level(UnsafeCell<AtomicU32>);
unsafe impl Sync for Level {}

static LEVEL: Level = Level(UnsafeCell::new(AtomicU32::new(0)));
static ASKED: AtomicBool = AtomicBool::new(false);
static SHOWN: AtomicBool = AtomicBool::new(false);

fn main() {
    let reader = thread::spawn(|| {
        ASKED.store(true, Relaxed);
        fence(SeqCst);
        if SHOWN.load(Relaxed) {
            println!("{}", unsafe { &*LEVEL.0.get() }.load(Acquire));
        }
    });
    *unsafe { &mut *LEVEL.0.get() }.get_mut() = 5;
    unsafe { &*LEVEL.0.get() }.store(1, Release);
    fence(SeqCst);
    if !ASKED.load(Relaxed) {
        SHOWN.store(true, Relaxed);
    }
    reader.join().unwrap();
}

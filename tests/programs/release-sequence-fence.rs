//! A `Release` fence, two threads' `Relaxed` steps on one atomic, and an `Acquire` fence: all one handover
//@ returns: 0
//@ returns: 1
//@ returns: 10 wax
//@ returns: 11 wax

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU32, Ordering, fence};
use std::thread;

struct Seal(UnsafeCell<&'static str>);
unsafe impl Sync for Seal {}

static SEAL: Seal = Seal(UnsafeCell::new("none"));
static STAGE: AtomicU32 = AtomicU32::new(0);

fn main() {
    let writer = thread::spawn(|| {
        unsafe { *SEAL.0.get() = "wax" };
        fence(Ordering::Release);
        STAGE.store(10, Ordering::Relaxed);
    });
    let adder = thread::spawn(|| {
        STAGE.fetch_add(1, Ordering::Relaxed);
    });
    let stage = STAGE.load(Ordering::Relaxed);
    if stage >= 10 {
        fence(Ordering::Acquire);
        println!("{stage} {}", unsafe { *SEAL.0.get() });
    } else {
        println!("{stage}");
    }
    writer.join().unwrap();
    adder.join().unwrap();
}

//! A parcel left before a `Relaxed` store, for which another thread waits with `Acquire`: a race in every schedule
//@ undefined `data race, 17 and 23`: waiting

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Doorstep(UnsafeCell<u32>);
unsafe impl Sync for Doorstep {}

static DOORSTEP: Doorstep = Doorstep(UnsafeCell::new(0));
static RUNG: AtomicBool = AtomicBool::new(false);

fn main() {
    println!("waiting");
    let courier = thread::spawn(|| {
        unsafe { *DOORSTEP.0.get() = 3 };
        RUNG.store(true, Ordering::Relaxed);
    });
    while !RUNG.load(Ordering::Acquire) {
        thread::yield_now();
    }
    println!("{}", unsafe { *DOORSTEP.0.get() });
    courier.join().unwrap();
}

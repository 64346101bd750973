//! A parcel left before a `Release` store, and fetched after an `Acquire` load has seen that
//@ returns: [3, 4]

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Doorstep(UnsafeCell<[u32; 2]>);
unsafe impl Sync for Doorstep {}

static DOORSTEP: Doorstep = Doorstep(UnsafeCell::new([0, 0]));
static RUNG: AtomicBool = AtomicBool::new(false);

fn main() {
    let courier = thread::spawn(|| {
        unsafe { *DOORSTEP.0.get() = [3, 4] };
        RUNG.store(true, Ordering::Release);
    });
    while !RUNG.load(Ordering::Acquire) {
        thread::yield_now();
    }
    println!("{:?}", unsafe { *DOORSTEP.0.get() });
    courier.join().unwrap();
}

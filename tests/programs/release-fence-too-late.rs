//! A `Release` fence after the store, where it says nothing about the parcel to a thread that sees that store
//@ returns: nobody rang
//@ undefined `data race, 17 and 22`:

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

struct Doorstep(UnsafeCell<u32>);
unsafe impl Sync for Doorstep {}

static DOORSTEP: Doorstep = Doorstep(UnsafeCell::new(0));
static RUNG: AtomicBool = AtomicBool::new(false);

fn main() {
    let courier = thread::spawn(|| {
        unsafe { *DOORSTEP.0.get() = 3 };
        RUNG.store(true, Ordering::Relaxed);
        fence(Ordering::Release);
    });
    if RUNG.load(Ordering::Acquire) {
        println!("{}", unsafe { *DOORSTEP.0.get() });
    } else {
        println!("nobody rang");
    }
    courier.join().unwrap();
}

//! A parcel handed over by a `SeqCst` flag, which is `Release` and `Acquire` too
//@ returns: 3
//@ returns: nobody rang

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

struct Doorstep(UnsafeCell<u32>);
unsafe impl Sync for Doorstep {}

static DOORSTEP: Doorstep = Doorstep(UnsafeCell::new(0));
static RUNG: AtomicBool = AtomicBool::new(false);

fn main() {
    let courier = thread::spawn(|| {
        unsafe { *DOORSTEP.0.get() = 3 };
        RUNG.store(true, SeqCst);
    });
    if RUNG.load(SeqCst) {
        println!("{}", unsafe { *DOORSTEP.0.get() });
    } else {
        println!("nobody rang");
    }
    courier.join().unwrap();
}

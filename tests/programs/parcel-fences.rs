//! A `Relaxed` flag hands a parcel over, with a `Release` fence before the store and an `Acquire` fence after the load
//@ returns: 3
//@ returns: nobody rang

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
        fence(Ordering::Release);
        RUNG.store(true, Ordering::Relaxed);
    });
    if RUNG.load(Ordering::Relaxed) {
        fence(Ordering::Acquire);
        println!("{}", unsafe { *DOORSTEP.0.get() });
    } else {
        println!("nobody rang");
    }
    courier.join().unwrap();
}

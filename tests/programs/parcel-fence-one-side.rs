//! A `Release` fence before a `Relaxed` store meets an `Acquire` load that has no fence
//@ returns: 3
//@ returns: nobody rang

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU32, Ordering, fence};
use std::thread;

struct Doorstep(UnsafeCell<u32>);
unsafe impl Sync for Doorstep {}

static DOORSTEP: Doorstep = Doorstep(UnsafeCell::new(0));
static RINGS: AtomicU32 = AtomicU32::new(0);

fn main() {
    let courier = thread::spawn(|| {
        unsafe { *DOORSTEP.0.get() = 3 };
        fence(Ordering::Release);
        RINGS.store(1, Ordering::Relaxed);
        RINGS.store(2, Ordering::Relaxed);
    });
    // The fence comes before both stores, so either will do.
    if RINGS.load(Ordering::Acquire) > 0 {
        println!("{}", unsafe { *DOORSTEP.0.get() });
    } else {
        println!("nobody rang");
    }
    courier.join().unwrap();
}

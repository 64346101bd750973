//! A parcel left before a `Release` store that is looked at with `Relaxed`: half of a handover is none
//@ returns: nobody rang
//@ undefined `data race, 17 and 21`:

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Doorstep(UnsafeCell<u32>);
unsafe impl Sync for Doorstep {}

static DOORSTEP: Doorstep = Doorstep(UnsafeCell::new(0));
static RUNG: AtomicBool = AtomicBool::new(false);

fn main() {
    let courier = thread::spawn(|| {
        unsafe { *DOORSTEP.0.get() = 3 };
        RUNG.store(true, Ordering::Release);
    });
    if RUNG.load(Ordering::Relaxed) {
        let parcel = unsafe { *DOORSTEP.0.get() };
        println!("{parcel}");
    } else {
        println!("nobody rang");
    }
    courier.join().unwrap();
}

//! A `Relaxed` store of a third thread ends the release sequence of the store before it
//@ returns: 0
//@ returns: 1 wax
//@ undefined `data race, 18 and 28`:

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

struct Seal(UnsafeCell<&'static str>);
unsafe impl Sync for Seal {}

static SEAL: Seal = Seal(UnsafeCell::new("none"));
static STAGE: AtomicU32 = AtomicU32::new(0);

fn main() {
    let writer = thread::spawn(|| {
        unsafe { *SEAL.0.get() = "wax" };
        STAGE.store(1, Ordering::Release);
    });
    let stamper = thread::spawn(|| {
        if STAGE.load(Ordering::Relaxed) == 1 {
            STAGE.store(2, Ordering::Relaxed);
        }
    });
    let stage = STAGE.load(Ordering::Acquire);
    if stage > 0 {
        println!("{stage} {}", unsafe { *SEAL.0.get() });
    } else {
        println!("{stage}");
    }
    writer.join().unwrap();
    stamper.join().unwrap();
}

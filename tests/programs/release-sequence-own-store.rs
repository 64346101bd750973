//! A `Relaxed` store of the same thread ends the release sequence too, since C++20
// C++11 had counted the later stores of the thread itself; std's atomics follow C++20.
//@ returns: 0
//@ returns: 1 wax
//@ undefined `data race, 19 and 25`:

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
        STAGE.store(2, Ordering::Relaxed);
    });
    let stage = STAGE.load(Ordering::Acquire);
    if stage > 0 {
        println!("{stage} {}", unsafe { *SEAL.0.get() });
    } else {
        println!("{stage}");
    }
    writer.join().unwrap();
}

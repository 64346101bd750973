//! An exchange that fails is only a load, with the second of its orderings: `Relaxed` acquires nothing
//@ returns: first
//@ undefined `data race, 17 and 22`:

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Prize(UnsafeCell<u32>);
unsafe impl Sync for Prize {}

static PRIZE: Prize = Prize(UnsafeCell::new(0));
static TAKEN: AtomicBool = AtomicBool::new(false);

fn main() {
    let rival = thread::spawn(|| {
        unsafe { *PRIZE.0.get() = 3 };
        TAKEN.swap(true, Ordering::AcqRel);
    });
    match TAKEN.compare_exchange(false, true, Ordering::AcqRel, Ordering::Relaxed) {
        Ok(_) => println!("first"),
        Err(_) => println!("second: {}", unsafe { *PRIZE.0.get() }),
    }
    rival.join().unwrap();
}

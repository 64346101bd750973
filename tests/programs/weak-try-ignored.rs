//! Taking any failure of `compare_exchange_weak` to mean "the other has been here" may be wrong about that
// The exchange fails where the payer has been, or without a reason: behind the latter stands a race.
//@ returns: 1
//@ returns: 2
//@ undefined `data race, 19 and 24`, only if `compare_exchange_weak` fails without a reason:

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Till(UnsafeCell<u32>);
unsafe impl Sync for Till {}

static PAID: AtomicBool = AtomicBool::new(false);
static TILL: Till = Till(UnsafeCell::new(0));

fn main() {
    let payer = thread::spawn(|| {
        unsafe { *TILL.0.get() += 1 };
        PAID.store(true, Ordering::Release);
    });
    // An exchange that fails for a reason has seen the payer's store, and has acquired it.
    if PAID.compare_exchange_weak(false, false, Ordering::Acquire, Ordering::Acquire).is_err() {
        unsafe { *TILL.0.get() += 1 };
    }
    payer.join().unwrap();
    println!("{}", unsafe { *TILL.0.get() });
}

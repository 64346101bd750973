//! A parcel is weighed, is packed, and is on the van
//!
//! `main` reads the `2`, and a `Relaxed` store has written it. The `Release` belongs to the store of `1`, and a plain store ends what that one began. So nothing orders the weighing before the loading of `WEIGHT`, and `main` may read the old `0`.
//@ outcome: not on the van
//@ outcome: on the van: 5 kg
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static WEIGHT: AtomicU32 = AtomicU32::new(0);
static STAGE: AtomicU32 = AtomicU32::new(0);

// ANCHOR: warehouse
fn warehouse() {
    WEIGHT.store(5, Ordering::Relaxed);
    STAGE.store(1, Ordering::Release);
    STAGE.store(2, Ordering::Relaxed);
}
// ANCHOR_END: warehouse

fn main() {
    thread::scope(|scope| {
        scope.spawn(warehouse);
        if STAGE.load(Ordering::Acquire) == 2 {
            println!("on the van: {} kg", WEIGHT.load(Ordering::Relaxed));
        } else {
            println!("not on the van");
        }
    });
}

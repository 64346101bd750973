//! A parcel is weighed, is packed, and goes on to the next stage by `fetch_add`
//!
//! `fetch_add` reads the `1` and writes the `2` in one step. It carries on the release sequence that the store of `1` heads, whatever its own ordering is. Whoever acquires the `2` has acquired what was released with the `1`.
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
    STAGE.fetch_add(1, Ordering::Relaxed);
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

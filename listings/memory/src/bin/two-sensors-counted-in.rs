//! Two sensors measure, and each counts itself in
//!
//! The load reads a `2`, which the later of the two `fetch_add`s has written. That one has read what the earlier one wrote, so it carries on the earlier one's release sequence. The load acquires from both.
//@ outcome: cellar 12, roof 21
//@ outcome: not all measured
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static CELLAR: AtomicU32 = AtomicU32::new(0);
static ROOF: AtomicU32 = AtomicU32::new(0);
static READY: AtomicU32 = AtomicU32::new(0);

// ANCHOR: both
// ANCHOR: sensors
fn cellar() {
    CELLAR.store(12, Ordering::Relaxed);
    READY.fetch_add(1, Ordering::Release);
}

fn roof() {
    ROOF.store(21, Ordering::Relaxed);
    READY.fetch_add(1, Ordering::Release);
}
// ANCHOR_END: sensors

fn main() {
    thread::scope(|scope| {
        scope.spawn(cellar);
        scope.spawn(roof);
        if READY.load(Ordering::Acquire) == 2 {
            let cellar = CELLAR.load(Ordering::Relaxed);
            println!("cellar {cellar}, roof {}", ROOF.load(Ordering::Relaxed));
        } else {
            println!("not all measured");
        }
    });
}
// ANCHOR_END: both

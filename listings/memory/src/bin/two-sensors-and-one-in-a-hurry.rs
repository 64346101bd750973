//! Two sensors measure, and each counts itself in, one of them with `Relaxed`
//!
//! The roof's `Release` is carried on, whether its addition is the second or the first. The cellar's addition carries on the roof's news if it comes second, and never its own: the cellar's thread has released nothing.
//@ outcome: cellar 12, roof 21
//@ outcome: not all measured
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static CELLAR: AtomicU32 = AtomicU32::new(0);
static ROOF: AtomicU32 = AtomicU32::new(0);
static READY: AtomicU32 = AtomicU32::new(0);

// ANCHOR: both
// ANCHOR: cellar
fn cellar() {
    CELLAR.store(12, Ordering::Relaxed);
    READY.fetch_add(1, Ordering::Relaxed);
}
// ANCHOR_END: cellar

fn roof() {
    ROOF.store(21, Ordering::Relaxed);
    READY.fetch_add(1, Ordering::Release);
}

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

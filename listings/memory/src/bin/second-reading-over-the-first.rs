//! A station reads its two thermometers twice, and releases the news each time
//!
//! The `Acquire` makes what was stored *before* the `Release` visible, and keeps nobody from storing more afterwards. While `main` reads the numbers of the first round, the station may be writing those of the second over them.
//@ outcome: they differ by 0 degrees
//@ outcome: they differ by 2 degrees
//@ schedules

use std::hint;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::thread;

static UPPER: AtomicU32 = AtomicU32::new(0);
static LOWER: AtomicU32 = AtomicU32::new(0);
static ROUNDS: AtomicUsize = AtomicUsize::new(0);

fn draw(number: u32) -> String {
    (0..300).map(|_| number.to_string()).collect()
}

// ANCHOR: both
// ANCHOR: measure
fn measure(round: usize, degrees: u32) {
    UPPER.store(degrees, Ordering::Relaxed);
    LOWER.store(degrees, Ordering::Relaxed);
    ROUNDS.store(round, Ordering::Release);
}
// ANCHOR_END: measure

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| {
            measure(1, 21);
            measure(2, 19);
        });
        // ANCHOR: display
        while ROUNDS.load(Ordering::Acquire) == 0 {
            hint::spin_loop();
        }
        let upper = UPPER.load(Ordering::Relaxed);
        draw(upper);
        let lower = LOWER.load(Ordering::Relaxed);
        println!("they differ by {} degrees", upper.abs_diff(lower));
        // ANCHOR_END: display
    });
}
// ANCHOR_END: both

//! A station reads its two thermometers twice, and each round has a place of its own
//!
//! A place that has been published is never written to again. `main` looks at the last place that came with the number which it has acquired, and at none behind it.
//@ schedules

use std::hint;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::thread;

static UPPER: [AtomicU32; 2] = [const { AtomicU32::new(0) }; 2];
static LOWER: [AtomicU32; 2] = [const { AtomicU32::new(0) }; 2];
static ROUNDS: AtomicUsize = AtomicUsize::new(0);

fn draw(number: u32) -> String {
    (0..300).map(|_| number.to_string()).collect()
}

// ANCHOR: both
// ANCHOR: measure
fn measure(round: usize, degrees: u32) {
    UPPER[round - 1].store(degrees, Ordering::Relaxed);
    LOWER[round - 1].store(degrees, Ordering::Relaxed);
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
        let last = loop {
            match ROUNDS.load(Ordering::Acquire) {
                0 => hint::spin_loop(),
                rounds => break rounds - 1,
            }
        };
        let upper = UPPER[last].load(Ordering::Relaxed);
        draw(upper);
        let lower = LOWER[last].load(Ordering::Relaxed);
        println!("they differ by {} degrees", upper.abs_diff(lower));
        // ANCHOR_END: display
    });
}
// ANCHOR_END: both

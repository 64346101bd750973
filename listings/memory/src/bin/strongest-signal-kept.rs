//! Two antennas keep the strongest signal, a number with a fraction
//!
//! There is no atomic `f32`, so its bits are kept in an `AtomicU32`. The bits of negative numbers are ordered the other way round, so `fetch_max` would keep the weakest one.
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static STRONGEST: AtomicU32 = AtomicU32::new(f32::NEG_INFINITY.to_bits());

// ANCHOR: receive
fn receive(signal: f32) {
    STRONGEST.update(Ordering::Relaxed, Ordering::Relaxed, |seen| {
        f32::from_bits(seen).max(signal).to_bits()
    });
}
// ANCHOR_END: receive

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| receive(-71.5));
        receive(-67.25);
    });

    let strongest = f32::from_bits(STRONGEST.load(Ordering::Relaxed));
    println!("strongest signal: {strongest} dBm");
}

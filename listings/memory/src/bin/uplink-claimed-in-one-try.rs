//! Two radios claim the uplink, each in one attempt with `compare_exchange`
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static CLAIMED: AtomicBool = AtomicBool::new(false);

// ANCHOR: claim
fn claim() -> bool {
    CLAIMED
        .compare_exchange(false, true, Ordering::Relaxed, Ordering::Relaxed)
        .is_ok()
}
// ANCHOR_END: claim

fn main() {
    let (long_wave, short_wave) = thread::scope(|scope| {
        let long_wave = scope.spawn(claim);
        let short_wave = claim();
        (long_wave.join().unwrap(), short_wave)
    });

    let owners = u32::from(long_wave) + u32::from(short_wave);
    println!("owners of the uplink: {owners}");
}

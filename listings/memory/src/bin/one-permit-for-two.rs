//! Two displays ask the station for its one free connection
//!
//! The closure is called with the value that the exchange will replace, and the exchange succeeds only if that is still the last one. One of the two comes first, and the other finds a `0`.
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

// ANCHOR: both
static FREE: AtomicU32 = AtomicU32::new(1);

fn connect() -> bool {
    let one_less = |free: u32| free.checked_sub(1);
    FREE.try_update(Ordering::Relaxed, Ordering::Relaxed, one_less)
        .is_ok()
}

fn main() {
    let (hall, garden) = thread::scope(|scope| {
        let hall = scope.spawn(connect);
        let garden = connect();
        (hall.join().unwrap(), garden)
    });
    println!("{} of 2 connected", u32::from(hall) + u32::from(garden));
}
// ANCHOR_END: both

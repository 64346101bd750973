//! As `std::hint`.

use crate::place::line;
use std::panic::Location;

pub use std::hint::{assert_unchecked, black_box, unreachable_unchecked};

/// Lets others go on: the loop around it looks again when another thread has done something.
#[track_caller]
pub fn spin_loop() {
    crate::thread::lets_others_go("spin_loop", line(Location::caller()));
}

//! As `std::hint`.

pub use std::hint::{assert_unchecked, black_box, unreachable_unchecked};

/// Lets others go on: the loop around it looks again when another thread has done something.
#[track_caller]
pub fn spin_loop() {
    crate::thread::wait_for_progress("spin_loop");
}

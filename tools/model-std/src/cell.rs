//! As `std::cell`: cells are not shared, so that their operations are no steps.

pub use std::cell::*;

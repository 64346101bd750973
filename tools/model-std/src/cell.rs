//! As `std::cell`: cells are not shared, so their operations are not steps.

pub use std::cell::*;

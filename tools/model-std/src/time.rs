//! As `std::time`, without its clocks: what they say is not modelled.

pub use std::time::{Duration, SystemTimeError, TryFromFloatSecsError};

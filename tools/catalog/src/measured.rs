//! Measurements: benchmarks, the records of what they found, and what may be claimed from those.
//!
//! A *measurement* is one Rust file, a benchmark for [criterion](https://docs.rs/criterion). What it found on one machine is
//! a *record*, which is of that machine and of no other: nothing compares two records but to show them beside each other. What
//! every record must bear out for a page to say it is a [`Claim`], in the measurement's own comments.
//!
//! ```text
//! measurements/Cargo.toml                    the package that all of them are in
//! measurements/benches/rc-and-arc.rs         a measurement
//! measurements/records/rc-and-arc.desk.json  what was found on the machine that is called desk
//! ```

mod claim;
mod load;
mod measurement;
mod quantity;
mod record;

pub use claim::{Claim, Term};
pub use load::{MEASUREMENTS, measurements, measurements_so_far};
pub use measurement::Measurement;
pub use quantity::{Quantity, rounded};
pub use record::{Machine, Point, Record};

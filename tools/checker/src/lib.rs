//! Compiles and runs the listings, and compares what they do with their intent and their evidence.
//!
//! ```no_run
//! # fn main() -> Result<(), catalog::Problems> {
//! let checker = checker::Checker::new(std::path::Path::new("."))?;
//! for listing in checker.catalog().listings.values() {
//!     checker.check(listing)?;
//! }
//! # Ok(())
//! # }
//! ```
//!
//! A program (a listing that runs, panics or hangs) is built by Cargo, all programs of the book in one call, and then
//! run under a time limit. A listing that must not compile is given to `rustc` as a reader sees it, as `src/main.rs`,
//! and its JSON diagnostics are checked against the marks. Either gives [`Evidence`](catalog::Evidence); checking
//! compares it with the committed files, and [`Checker::bless`] writes those. [`Remembering`] does not run again what
//! has passed and of which nothing has changed since.
//!
//! What must not depend on the machine is made equal by named rules: see [`normalise`].

mod bless;
mod build;
mod check;
pub mod checks;
mod dependencies;
mod diagnose;
mod difference;
mod explored;
mod fails;
mod fingerprint;
mod inputs;
mod matrix;
pub mod normalise;
mod outside;
mod packages;
mod passes;
mod perturbed;
mod programs;
mod remembered;
mod run;
mod sysroot;
mod turns;
mod twin;

pub use bless::Change;
pub use check::{Checker, at_a_time};
pub use perturbed::{Perturbed, seeds};
pub use remembered::{AFRESH, Remembering};

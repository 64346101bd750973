//! Runs listings under every order in which their threads can take turns, or under some, and puts the findings into
//! words.
//!
//! ```text
//! listing's code ──▶ unmodelled? ──▶ program ──▶ report ──▶ names, words ──▶ size ──▶ Schedules
//!                           (against model-std, by look-alike)
//! ```

mod ask;
mod explorer;
mod file;
mod flow;
mod guards;
mod names;
mod run;
mod size;
mod unmodelled;
mod watched;
mod words;

pub use explorer::{Explorer, Limits, MODEL};
pub use file::{Fate, FateLeak, Fates, Reach, ReadersFile, Refused, explore_file, fates_of_file};
pub use size::no_larger_than;
pub use unmodelled::program_is_modelled;
pub use watched::unwatchable;

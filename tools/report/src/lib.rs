//! The findings of exploring a program, as plain data, passed as JSON from the program that explores to the one that
//! asked it to.
//!
//! The search itself is in the crate `interleavings`, which takes long to compile and is part of each program that
//! explores. Code that only puts a report into words does not need it.

mod choice;
mod does;
mod report;
mod verb;

pub use choice::{Choice, NOT_STDS_WORDS};
pub use does::Does;
pub use report::{
    EndReport, HistoryReport, HoldReport, LeakReport, LoadThenStoreReport, ObjectReport, OutcomeReport, Report,
    SampleReport, StateReport, StepReport, TOO_MANY_STATES, ThreadReport, UndefinedKind, UndefinedReport, WhoReport,
    WrittenReport,
};
pub use verb::Verb;

//! Runs a small program under every order in which its threads can take turns, or under some, and says what it can do.

mod behaviour;
mod conflict;
mod coroutine;
mod report;
mod run;
mod sample;
mod search;
mod step;
mod trace;
mod world;

pub use behaviour::{Behaviour, Outcome, State};
pub use report::{
    EndReport, HoldReport, ObjectReport, OutcomeReport, Report, SampleReport, StateReport, StepReport, TOO_MANY_STATES,
    ThreadReport,
};
pub use run::{
    End, Execution, Panics, Unmodelled, catch, current, end, exit, leave, panic_begins, panicking, perform,
    perform_in_time, spawn, unmodelled, with_world, yield_now,
};
pub use sample::{Sample, sample};
pub use search::{Budget, Graph, Merging, Node, View, explore};
pub use step::{Step, Verb, Wait};
pub use trace::TraceId;
pub use world::{Hold, Object, ObjectId, Panic, SenderId, Thread, ThreadId, World};

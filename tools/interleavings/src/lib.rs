//! Runs a small program under every order in which its threads can take turns, and says what it can do.

mod behaviour;
mod conflict;
mod coroutine;
mod report;
mod run;
mod search;
mod step;
mod trace;
mod world;

pub use behaviour::{Behaviour, Outcome, State};
pub use report::{EndReport, ObjectReport, OutcomeReport, Report, StateReport, StepReport, ThreadReport};
pub use run::{
    End, Execution, Panics, Unmodelled, catch, current, end, exit, is_running, leave, panic_begins, panicking, perform,
    perform_in_time, spawn, unmodelled, with_world, yield_now,
};
pub use search::{Budget, Graph, Merging, Node, View, explore};
pub use step::{Step, Verb, Wait};
pub use trace::TraceId;
pub use world::{Object, ObjectId, Panic, SenderId, Thread, ThreadId, World};

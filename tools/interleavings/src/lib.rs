//! Runs a small program under every order in which its threads can take turns, or under some, and reports what it can
//! do.
//!
//! ```text
//! program ──▶ run: threads as coroutines ──▶ search: states ──▶ behaviour: outcomes, counts ──▶ report
//!                  │ steps                        │ compared by trace and memory
//!                  └──▶ objects: a room for each kind, which log what they access
//! ```

mod behaviour;
mod clock;
mod condvars;
mod coroutine;
pub mod count;
mod edges;
mod execution;
mod execution_graph;
mod happens_before;
mod hash;
mod history;
mod id;
mod leaks;
mod load_buffering;
mod location;
mod memory;
pub mod objects;
mod orders;
mod past;
mod plain;
mod races;
mod relation;
mod reporting;
mod rounds;
mod run;
mod sample;
mod search;
mod sequential;
mod step;
mod trace;
mod watch;
mod watched;
mod world;

pub use ::report::{Choice, Does, EndReport, NOT_STDS_WORDS, Report, TOO_MANY_STATES};
pub use behaviour::{Behaviour, Outcome, State};
pub use condvars::is_used_with_another_lock;
pub use edges::edges;
pub use execution::{Checkpoint, Execution};
pub use execution_graph::{Event, ExecutionGraph, Fence, Read, Value, Write};
pub use history::{History, Written};
pub use id::{ObjectId, SenderId, Stream, ThreadId};
pub use leaks::{Leak, Leaks};
pub use location::{Access, Location, Log, Of, Part, Which};
pub use memory::{Arenas, Place, inside, is_inside, outside};
pub use objects::{Answer, Object, Operation};
pub use plain::{Undefined, Who, is_memory_watched, watch_memory};
pub use reporting::report;
pub use run::{
    AtomicValue, End, Panics, Unmodelled, catch, current, end, end_of_main, exit, has_finished,
    is_between_finish_and_end, is_static, object, own, panic_begins, panicking, panics_again, perform, perform_atomic,
    perform_in_memory, refuse, say, set_own, spawn, unmodelled, uses_static, with_world,
};
pub use sample::{Sample, sample};
pub use search::{
    Budget, Edge, Graph, Merging, Node, View, explore, explore_as_weak, explore_by_replay, explore_ordinary,
};
pub use step::{Step, Verb};
pub use watch::watching_footprints;
pub use watched::{MemoryAccess, accesses, enters, leaves, stack, tell_lines_by, uses};
pub use world::{Hold, NewThread, Panic, ResultOwners, ScopeId, Thread, World};

//! The report and its parts. Everything in it is identified by its place in one of the report's lists.

use crate::{Choice, Does, Verb};
use serde::{Deserialize, Serialize};

/// A behaviour. Threads, objects, steps and states are identified by their places in these lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The threads, the main thread first.
    pub threads: Vec<ThreadReport>,
    /// What threads share.
    pub objects: Vec<ObjectReport>,
    /// What a thread can hold.
    pub holds: Vec<HoldReport>,
    /// The steps that there are.
    pub steps: Vec<StepReport>,
    /// The histories of atomics that there are.
    pub histories: Vec<HistoryReport>,
    /// The states; the first is the one at the beginning.
    pub states: Vec<StateReport>,
    /// The program's outcomes.
    pub outcomes: Vec<OutcomeReport>,
    /// How many schedules of ordinary choices there are, in decimal, `None` if there is no end of them; for a sample,
    /// how many were tried.
    pub schedules: Option<String>,
    /// Whether everything that other than ordinary choices lead to has been tried.
    pub with_all_choices: bool,
    /// The sides of a load-buffering cycle, if the accesses have the shape of one; it is not explored.
    pub load_buffering: Vec<LoadThenStoreReport>,
    /// How they were chosen, if these are not all.
    pub sample: Option<SampleReport>,
}

/// A thread that loads one atomic and later stores to another one, with nothing that orders the two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoadThenStoreReport {
    /// The thread.
    pub thread: usize,
    /// What it loads, and on which line.
    pub load: (usize, u32),
    /// What it stores to, and on which line.
    pub store: (usize, u32),
}

/// How the schedules of a sample were chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleReport {
    /// In words.
    pub method: String,
    /// The seed of all choices.
    pub seed: u64,
}

/// The exit status of a program that explores if there are more states than it may visit.
pub const TOO_MANY_STATES: u8 = 2;

/// A thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadReport {
    /// The name that the program gave it.
    pub name: Option<String>,
    /// Where it was started.
    pub line: u32,
}

/// Something that threads share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectReport {
    /// Its type in the standard library.
    pub kind: String,
    /// Where it was made.
    pub line: u32,
    /// Where in that line, counted from 1.
    pub column: u32,
    /// Its index, if it is an element of an array; otherwise how many objects made at the same place were used before
    /// it.
    pub copy: usize,
}

/// Something that a thread holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldReport {
    /// The thread that holds it.
    pub thread: usize,
    /// What it is.
    pub object: usize,
    /// How: `lock`, `read`, `write` or `call_once`.
    pub how: String,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepReport {
    /// The thread whose step it is.
    pub thread: usize,
    /// Its line; 0 if it belongs to no line.
    pub line: u32,
    /// What it does, or waits for.
    pub verb: Verb<usize>,
    /// Whether it gives up waiting because its time is up.
    pub gives_up: bool,
    /// What it chooses.
    pub choice: Choice,
    /// The value that is read, or that a store writes, where memory gives a choice.
    pub value: Option<String>,
    /// The value before which a store counts, if it is not the last.
    pub before: Option<String>,
    /// What it is about.
    pub object: Option<usize>,
    /// The release that the thread has now acquired: by which thread, and on which line.
    pub acquires: Option<(usize, u32)>,
}

/// A state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateReport {
    /// The steps that can happen, and the state that each leads to; none if a sample has not gone there.
    pub can: Vec<(usize, Option<usize>)>,
    /// The steps that have to wait, and the threads that hold what they wait for.
    pub waits: Vec<(usize, Vec<usize>)>,
    /// How the program ends here, if it ends.
    pub end: Option<EndReport>,
    /// What is held.
    pub holds: Vec<usize>,
    /// What has been written to atomics, where that decides what can be read.
    pub histories: Vec<usize>,
}

/// The writes to an atomic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryReport {
    /// The atomic.
    pub object: usize,
    /// Its writes, in its modification order.
    pub writes: Vec<WrittenReport>,
}

/// One write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenReport {
    /// The thread that wrote it; `None` for the initial value, or for one that all threads know of.
    pub thread: Option<usize>,
    /// Its line; 0 if it has none.
    pub line: u32,
    /// The value.
    pub value: String,
    /// The threads that have read it, each as often as it has done so.
    pub reads: Vec<usize>,
    /// The threads that read no older write than this one any more.
    pub seen_by: Vec<usize>,
}

/// How a program ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndReport {
    /// `main` has returned.
    Returned,
    /// `main` has panicked.
    Panicked(String),
    /// The program has ended itself with this status.
    Exited(i32),
    /// No thread can go on.
    Deadlock,
    /// Threads go on for ever.
    Livelock,
    /// A thread has undefined behaviour.
    Undefined(UndefinedReport),
}

/// Undefined behaviour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndefinedReport {
    /// What kind of thing it is.
    pub kind: UndefinedKind,
    /// The access that is undefined.
    pub here: WhoReport,
    /// What made it undefined, if anything did.
    pub before: Option<WhoReport>,
}

/// A kind of undefined behaviour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum UndefinedKind {
    Race,
    UseAfterFree,
    DoubleFree,
    NeverWritten,
    Returned,
}

/// An access to memory, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhoReport {
    /// The thread.
    pub thread: usize,
    /// The line; 0 if it belongs to no line.
    pub line: u32,
    /// What it does.
    pub does: Does,
}

/// What an outcome's schedules allocate on one line and never free.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeakReport {
    /// The line.
    pub line: u32,
    /// How many bytes at most, together.
    pub bytes: usize,
    /// How many blocks at most.
    pub blocks: usize,
    /// One of the shortest schedules that leak them, where not all of the outcome's do.
    pub schedule: Option<Vec<(usize, Choice)>>,
}

/// One outcome of a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeReport {
    /// What it prints.
    pub prints: String,
    /// How it ends.
    pub end: EndReport,
    /// How many schedules of ordinary choices lead to it, in decimal; `None` if there is no end of them.
    pub schedules: Option<String>,
    /// One of the shortest schedules: whose turn it is, and what is chosen, step by step.
    pub schedule: Vec<(usize, Choice)>,
    /// The edges of happens-before in it, by the places of its steps; empty where they are not asked for.
    pub edges: Vec<(usize, usize)>,
    /// What std has to do for it that it hardly ever does: the choices, each with the step in which it is made.
    pub needs: Vec<(Verb<usize>, Choice)>,
    /// How many schedules lead to it through what weak memory permits beyond one order of steps, in decimal; `None` if
    /// there is no end of them.
    pub weak_schedules: Option<String>,
    /// What its schedules never free, by the line that allocates it.
    pub leaks: Vec<LeakReport>,
}

//! What has been written to atomics in each state, where a load may read an old write: part of the evidence.

use crate::schedules::Schedules;
use serde::{Deserialize, Serialize};

/// The histories of a listing's atomics. None where all accesses to atomics are in one order, so that each load reads what
/// was written last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Memory {
    /// The histories that there are.
    pub histories: Vec<History>,
    /// For each state the histories of its atomics, by their places.
    pub states: Vec<Vec<usize>>,
}

/// The writes to one atomic in one state: atomic, writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct History(
    /// Which atomic, as Markdown: "`ready`".
    pub String,
    /// Its writes in its modification order, the one first with which it was made.
    pub Vec<Written>,
);

/// One write: thread, line, value, reads, seen by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written(
    /// Who wrote it; none for what the atomic was made with, or what all threads know to be there.
    pub Option<usize>,
    /// Its line, counted from 1; 0 where it has none.
    pub usize,
    /// The value, as one would write it in the program.
    pub String,
    /// The threads that have read it, each as often as it has.
    pub Vec<usize>,
    /// The threads that read no older write than this one any more. A thread may read this one and each newer one.
    pub Vec<usize>,
);

impl Memory {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.histories.is_empty()
    }

    /// The histories of the atomics in a state.
    pub fn at(&self, state: usize) -> impl Iterator<Item = &History> {
        self.states.get(state).into_iter().flatten().filter_map(|place| self.histories.get(*place))
    }
}

impl Schedules {
    /// Whether the histories are of threads and states that are here.
    pub(crate) fn memory_fits(&self) -> Result<(), String> {
        let memory = &self.memory;
        if !memory.is_empty() && memory.states.len() != self.states.len() {
            return Err(format!("there are {} states, and histories for {}", self.states.len(), memory.states.len()));
        }
        if let Some(place) = memory.states.iter().flatten().find(|place| **place >= memory.histories.len()) {
            return Err(format!("there is no history {place}"));
        }
        let writes = memory.histories.iter().flat_map(|history| &history.1);
        let mut threads = writes.flat_map(|write| write.0.iter().chain(&write.3).chain(&write.4));
        match threads.find(|thread| **thread >= self.threads.len()) {
            Some(thread) => Err(format!("there is no thread {thread}")),
            None => Ok(()),
        }
    }
}

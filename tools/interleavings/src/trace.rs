//! What has happened so far, as far as the order matters: the hash of a partial order of steps.
//!
//! Two steps of different threads whose footprints do not conflict (see [`crate::location`]) may change places without
//! anyone noticing. Orders that differ only by such exchanges are called *equivalent*, and they are the traces of
//! Mazurkiewicz (1977). All orders of one trace lead to the same state, because every step finds what it reads as
//! before.
//!
//! For that to hold, what a thread does between two steps must depend only on what its own steps returned. A language
//! in which threads share memory as they like would not promise it. Safe Rust does: whatever two threads share and one
//! of them changes is inside one of the types that are modelled here, or an atomic, and each access to those is a step.
//!
//! Each step is hashed with the hashes of all steps that it comes directly after: the one before it in its thread, and
//! for each location it accesses the last write; and if it writes, the reads since. The state is the sum of these hashes.
//! The sum does not depend on the order in which the steps were added.

use crate::hash::hash;
use crate::id::ThreadId;
use crate::location::{Access, Location};
use report::Choice;
use std::collections::{BTreeMap, HashMap};

/// The last accesses to one location.
#[derive(Debug, Clone, Default)]
struct Last {
    write: u128,
    /// The sum of the reads since: they may have come in any order among themselves.
    reads: u128,
}

/// The trace of one execution so far.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    threads: BTreeMap<ThreadId, u128>,
    locations: HashMap<Location, Last>,
    sum: u128,
}

impl Trace {
    /// The hash of the trace as it is now.
    pub fn hash(&self) -> u128 {
        self.sum
    }

    /// Adds a step of a thread, given by its hash, which has accessed these locations.
    pub fn add(&mut self, thread: ThreadId, step: u128, choice: Choice, accesses: &[(Location, Access)]) {
        let before = self.threads.get(&thread).copied().unwrap_or_default();
        let of = |(location, access): &(Location, Access)| {
            let last = self.locations.get(location).cloned().unwrap_or_default();
            (*location, last.write, if *access == Access::Write { last.reads } else { 0 })
        };
        let mut after: Vec<_> = accesses.iter().map(of).collect();
        // A footprint is a set.
        after.sort_unstable();
        let hash = hash(&(thread, step, choice, before, after));
        for (location, access) in accesses {
            let last = self.locations.entry(*location).or_default();
            match access {
                Access::Read => last.reads = last.reads.wrapping_add(hash),
                Access::Write => *last = Last { write: hash, reads: 0 },
            }
        }
        self.threads.insert(thread, hash);
        self.sum = self.sum.wrapping_add(hash);
    }

    /// Whether a thread has begun.
    pub fn knows(&self, thread: ThreadId) -> bool {
        self.threads.contains_key(&thread)
    }

    /// Has a thread begin with the last step of the one that started it.
    pub fn begin(&mut self, child: ThreadId, parent: ThreadId) {
        let spawned = self.threads.get(&parent).copied().unwrap_or_default();
        self.threads.insert(child, spawned);
    }
}

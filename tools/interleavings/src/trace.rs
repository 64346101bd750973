//! What has happened so far, as far as the order matters: the hash of a partial order of steps.
//!
//! Two steps of different threads that touch no common thing, or only look at it (see `conflict.rs`), may change places without anybody
//! noticing. Orders that differ only by such exchanges are called *equivalent*, and they are the traces of Mazurkiewicz
//! (1977). All orders of one trace lead to the same state, because every step finds what it looks at as before.
//!
//! For that, what a thread does between two steps must depend on nothing but what its own steps gave it. A language in
//! which threads share memory as they like would not promise it. Safe Rust does: whatever two threads share and one of
//! them changes is behind one of the types that are modelled here, or an atomic, and each access to those is a step.
//!
//! Each step is hashed with the hashes of all steps that it comes directly after: the one before it in its thread, and
//! for each thing it touches the last change and, if it changes the thing itself, the looks since. So a step's hash
//! stands for the step and everything before it that could have mattered. The sum of the hashes of all steps stands for
//! the trace, since a sum does not know an order. The idea, a search that remembers the happens-before relations it has
//! seen, is from Musuvathi and Qadeer, *Partial-order reduction for context-bounded state exploration* (2007).

use crate::conflict::{Thing, Touch};
use crate::step::Step;
use crate::world::ThreadId;
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The hash of a trace.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct TraceId(u128);

/// What happened to one thing last.
#[derive(Debug, Clone, Default)]
struct Last {
    change: u128,
    looks: Vec<u128>,
}

/// The trace of one execution, as far as it has come.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    threads: BTreeMap<ThreadId, u128>,
    things: HashMap<Thing, Last>,
    sum: u128,
}

impl Trace {
    /// The trace as it is now.
    pub fn id(&self) -> TraceId {
        TraceId(self.sum)
    }

    /// Adds a step of a thread, which touches these things.
    pub fn add(&mut self, thread: ThreadId, step: &Step, touched: &[(Thing, Touch)]) {
        let mut before = vec![self.threads.get(&thread).copied().unwrap_or_default()];
        for (thing, touch) in touched {
            let last = self.things.entry(*thing).or_default();
            before.push(last.change);
            if *touch == Touch::Change {
                // Looks may have come in any order among themselves.
                before.push(last.looks.iter().fold(0, |sum: u128, look| sum.wrapping_add(*look)));
            }
        }
        let hash = hash(&(thread, step, before));
        for (thing, touch) in touched {
            let last = self.things.entry(*thing).or_default();
            match touch {
                Touch::Look => last.looks.push(hash),
                Touch::Change => *last = Last { change: hash, looks: Vec::new() },
            }
        }
        self.threads.insert(thread, hash);
        self.sum = self.sum.wrapping_add(hash);
    }

    /// Has a thread begin with the last step of the one that started it.
    pub fn begin(&mut self, child: ThreadId, parent: ThreadId) {
        let spawned = self.threads.get(&parent).copied().unwrap_or_default();
        self.threads.insert(child, spawned);
    }
}

/// 128 bits, so that among a million traces no two are taken for one another.
fn hash(value: &impl Hash) -> u128 {
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        salt.hash(&mut hasher);
        value.hash(&mut hasher);
        u128::from(hasher.finish())
    };
    half(0) << 64 | half(1)
}

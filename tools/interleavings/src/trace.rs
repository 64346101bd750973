//! What has happened so far, as far as the order matters: the hash of a partial order of steps.
//!
//! Two steps of different threads that touch no common thing, or only look at it (see `conflict.rs`), may change places
//! without anybody noticing. Orders that differ only by such exchanges are called *equivalent*, and they are the traces
//! of Mazurkiewicz (1977). All orders of one trace lead to the same state, because every step finds what it looks at as
//! before.
//!
//! For that, what a thread does between two steps must depend on nothing but what its own steps gave it. A language in
//! which threads share memory as they like would not promise it. Safe Rust does: whatever two threads share and one of
//! them changes is behind one of the types that are modelled here, or an atomic, and each access to those is a step.
//!
//! One thing is not: the count of an `Arc`, which is std's own. Who drops the last one is told apart by what the thread
//! is about to do then (see `Execution::state`); a program that asks for the count cannot be explored.
//!
//! Each step is hashed with the hashes of all steps that it comes directly after: the one before it in its thread, and
//! for each thing it touches the last change and, if it changes the thing itself, the looks since. So a step's hash
//! stands for the step and everything before it that could have mattered. The sum of the hashes of all steps stands for
//! the trace, since a sum does not know an order. The idea, a search that remembers the happens-before relations it has
//! seen, is from Musuvathi and Qadeer, *Partial-order reduction for context-bounded state exploration* (2007).

use crate::conflict::{Thing, Touch};
use crate::world::ThreadId;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// The hash of a trace.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct TraceId(u128);

/// What happened to one thing last.
#[derive(Debug, Clone, Default)]
struct Last {
    change: u128,
    /// The sum of the looks since: they may have come in any order among themselves.
    looks: u128,
}

/// The trace of one execution, as far as it has come.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    threads: BTreeMap<ThreadId, u128>,
    things: HashMap<Thing, Last, BuildHasherDefault<Wide>>,
    sum: u128,
}

impl Trace {
    /// The trace as it is now, told apart by these values.
    pub fn with(&self, values: impl Iterator<Item = impl Hash>) -> TraceId {
        let mut hasher = Wide::default();
        hasher.mix(self.sum);
        values.for_each(|value| value.hash(&mut hasher));
        TraceId(hasher.whole())
    }

    /// Adds a step of a thread, given by its hash, which touches these things.
    pub fn add(&mut self, thread: ThreadId, step: u128, touched: &[(Thing, Touch)]) {
        let mut hasher = Wide::default();
        thread.hash(&mut hasher);
        hasher.mix(step);
        hasher.mix(self.threads.get(&thread).copied().unwrap_or_default());
        for (thing, touch) in touched {
            let last = self.things.entry(*thing).or_default();
            thing.hash(&mut hasher);
            hasher.mix(last.change);
            if *touch == Touch::Change {
                hasher.mix(last.looks);
            }
        }
        let hash = hasher.whole();
        for (thing, touch) in touched {
            let last = self.things.entry(*thing).or_default();
            match touch {
                Touch::Look => last.looks = last.looks.wrapping_add(hash),
                Touch::Change => *last = Last { change: hash, looks: 0 },
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
pub fn hash(value: &(impl Hash + ?Sized)) -> u128 {
    let mut hasher = Wide::default();
    value.hash(&mut hasher);
    hasher.whole()
}

/// A hasher of 128 bits. It is quick, and the same in each process; nobody tries to find two values of one hash.
#[derive(Default)]
pub struct Wide(u128);

impl Wide {
    fn mix(&mut self, value: u128) {
        // The multiplier of a well-known generator, PCG with 128 bits.
        const BY: u128 = 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645;
        let product = (self.0 ^ value).wrapping_add(1).wrapping_mul(BY);
        self.0 = product ^ (product >> 67);
    }

    fn whole(&self) -> u128 {
        let mut last = Wide(self.0);
        last.mix(self.0.rotate_left(64));
        last.mix(1);
        last.0
    }
}

impl Hasher for Wide {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(16) {
            let mut wide = [0; 16];
            wide[..chunk.len()].copy_from_slice(chunk);
            self.mix(u128::from_le_bytes(wide));
        }
    }

    fn write_u8(&mut self, value: u8) {
        self.mix(value.into());
    }

    fn write_u32(&mut self, value: u32) {
        self.mix(value.into());
    }

    fn write_u64(&mut self, value: u64) {
        self.mix(value.into());
    }

    fn write_usize(&mut self, value: usize) {
        self.mix(value as u128);
    }

    fn write_isize(&mut self, value: isize) {
        self.mix(value as u128);
    }

    fn finish(&self) -> u64 {
        self.whole() as u64
    }
}

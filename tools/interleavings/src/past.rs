//! What has happened, as far as it decides what threads know of one another and may still read: nothing, where
//! everything is explored in one order of all accesses; otherwise what [`orders`] asks for.

use crate::clock::{Clock, Marks};
use crate::execution_graph::{Event, ExecutionGraph, Value};
use crate::happens_before::{HappensBefore, Release};
use crate::id::{ObjectId, ThreadId};
use crate::location::{Access, Location};
use crate::objects::Operation;
use crate::orders::{self, Memory};
use crate::plain::Plain;
use crate::races::Races;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::atomic::Ordering;

/// The past of one execution.
#[derive(Debug, Clone, Default)]
pub struct Past {
    /// What each thread knows.
    pub known: HappensBefore,
    /// The last accesses to each atomic, where races are looked for.
    races: Races,
    /// The accesses to atomics, where they need not be in one order.
    pub graph: ExecutionGraph,
    /// What has been done to memory that is no atomic, where that is watched.
    pub plain: Plain,
    /// For each thread the stack pointers of the functions that it is in, the innermost last; where memory is watched.
    pub frames: BTreeMap<ThreadId, Vec<usize>>,
    /// What the values of counts hand on that std keeps in memory, by their addresses; where memory is watched.
    counts: BTreeMap<usize, Clock>,
    /// Where something was released of which a thread has learned in its last step.
    pub acquired: Option<Release>,
    /// On which line the step is that is being done.
    line: u32,
    /// What the step that is being done has accessed by its operation.
    told: Vec<(Location, Access)>,
}

impl Past {
    /// A thread begins its next step, on this line.
    pub fn begin_step(&mut self, thread: ThreadId, line: u32) {
        self.acquired = None;
        self.line = line;
        if orders::memory() != Memory::OneOrder {
            self.known.advance(thread);
        }
    }

    /// A thread has done this in its step, accessed these locations by it, and started these threads.
    pub fn has_done(
        &mut self,
        thread: ThreadId,
        operation: &Operation,
        accesses: Vec<(Location, Access)>,
        children: impl Iterator<Item = ThreadId>,
    ) {
        if orders::memory() == Memory::OneOrder {
            return;
        }
        self.known.step(thread, operation, &accesses);
        match (orders::memory(), operation) {
            (Memory::Races, Operation::Output(_)) if self.races.print(&self.known, thread) => orders::race_to_print(),
            (Memory::Weak, _) => self.graph.step(self.known.moment(thread), &accesses),
            _ => {}
        }
        for child in children {
            if !self.known.has_begun(child) {
                self.known.begin(child, thread);
                self.graph.begin(child, thread);
            }
        }
        self.told = accesses;
        self.known.advance(thread);
    }

    /// A thread has come to its next step, and since it had done this it has accessed these locations in all. These threads
    /// have not ended.
    pub fn end_step(
        &mut self,
        thread: ThreadId,
        operation: &Operation,
        accesses: &[(Location, Access)],
        running: impl Iterator<Item = ThreadId>,
    ) {
        if orders::memory() == Memory::OneOrder {
            return;
        }
        let told = std::mem::take(&mut self.told);
        let since: Vec<_> = accesses.iter().filter(|access| !told.contains(access)).copied().collect();
        self.known.step(thread, operation, &since);
        let running: Vec<ThreadId> = running.collect();
        self.plain.settle(&self.known, &running);
        if orders::memory() == Memory::Weak {
            self.graph.step(self.known.moment(thread), &since);
            self.graph.settle(&self.known, running.into_iter());
        }
    }

    /// An atomic is about to be accessed, and holds this.
    pub fn holds(&mut self, atomic: ObjectId, value: Value) {
        if orders::memory() == Memory::Weak {
            self.graph.holds(atomic, value);
        }
    }

    /// The value that was written this many places before the newest; none where there is one order of all accesses, so
    /// that it is what is in memory.
    pub fn value(&self, atomic: ObjectId, back: usize) -> Option<Value> {
        (orders::memory() == Memory::Weak).then(|| {
            let writes = self.graph.writes(atomic);
            writes[writes.len() - 1 - back].value
        })
    }

    /// A thread does this to an atomic, at this place of its modification order, counted back from the newest write.
    pub fn access(&mut self, thread: ThreadId, atomic: ObjectId, event: Event, back: usize) {
        match orders::memory() {
            Memory::OneOrder => {}
            Memory::Races => {
                let (races, acquired) = self.races.access(&mut self.known, thread, atomic, event, self.line);
                if races {
                    orders::race(atomic);
                }
                self.acquired = acquired;
            }
            Memory::Weak => {
                let place = self.graph.writes(atomic).len() - 1 - back;
                self.acquired = self.graph.add(&mut self.known, thread, atomic, event, place, self.line);
            }
        }
    }

    /// Memory has been allocated, on this line: what was there before is over.
    pub fn allocated(&mut self, at: usize, size: usize, line: u32) {
        self.plain.allocated(at, size, line);
        self.counts.retain(|address, _| !(at..at + size).contains(address));
    }

    /// A thread reads, or reads and writes, a count that std keeps at this address.
    pub fn count(&mut self, thread: ThreadId, address: usize, order: Ordering, writes: bool) {
        if orders::memory() == Memory::OneOrder {
            return;
        }
        let message = self.counts.entry(address).or_default();
        // On which line a count was changed would take long to find out each time.
        self.known.read(thread, message, None, order);
        if writes {
            message.join(&self.known.message(thread, order));
        }
    }

    /// A thread passes a fence.
    pub fn fence(&mut self, thread: ThreadId, order: Ordering) {
        if orders::memory() != Memory::OneOrder {
            self.acquired = self.graph.fence(&mut self.known, thread, order, self.line);
        }
    }
}

impl Hash for Past {
    fn hash<H: Hasher>(&self, state: &mut H) {
        if orders::memory() == Memory::OneOrder {
            return;
        }
        let marks = Marks::of(self.races.moments().chain(self.graph.moments()).chain(self.plain.moments()));
        self.known.hash(&marks, state);
        self.races.hash(&marks, state);
        self.graph.hash(&marks, state);
        self.plain.hash(&marks, state);
        for (address, message) in &self.counts {
            let known = marks.known_to(message);
            if !known.is_empty() {
                (address, known).hash(state);
            }
        }
    }
}

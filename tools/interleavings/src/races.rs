//! Races on atomics, and to print, as far as they can be found in one order of all accesses: two accesses to one
//! atomic, one of which writes, or two prints, where nothing says which comes first.
//!
//! It is enough to look at the last write and at the reads since (FastTrack, Flanagan and Freund 2009).

use crate::clock::{Clock, Marks, Moment};
use crate::execution_graph::Event;
use crate::happens_before::{HappensBefore, Release};
use crate::id::{ObjectId, ThreadId};
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

/// The last accesses to one atomic.
#[derive(Debug, Clone, Default)]
struct Last {
    write: Option<Moment>,
    reads: BTreeMap<ThreadId, Moment>,
    /// What the value hands on.
    message: Clock,
    /// Where that was released, at the last. It is shown, and decides nothing.
    released: Option<Release>,
}

/// The last accesses to each atomic, and the last print of each thread.
#[derive(Debug, Clone, Default)]
pub struct Races {
    atomics: BTreeMap<ObjectId, Last>,
    prints: BTreeMap<ThreadId, Moment>,
}

impl Races {
    /// A thread does this to an atomic, on this line. Whether that is a race; and where something was released of which it
    /// has learned by that.
    pub fn access(
        &mut self,
        known: &mut HappensBefore,
        thread: ThreadId,
        atomic: ObjectId,
        event: Event,
        line: u32,
    ) -> (bool, Option<Release>) {
        let last = self.atomics.entry(atomic).or_default();
        let (reads, writes) = match event {
            Event::Load(order) => (Some(order), None),
            Event::Store(order, _) => (None, Some(order)),
            Event::Update(order, _) => (Some(order), Some(order)),
        };
        let before = last.reads.values().filter(|_| writes.is_some()).chain(&last.write);
        let races = before.filter(|moment| moment.thread != thread).any(|moment| !known.now(thread).knows(*moment));
        // What it acquires from the last write orders the two only if it reads that one, and it might have read another.
        let acquired = reads.and_then(|order| known.read(thread, &last.message, last.released, order));
        let moment = known.moment(thread);
        match writes {
            None => drop(last.reads.insert(thread, moment)),
            Some(order) => {
                let mut message = known.message(thread, order);
                let adds = !last.message.knows_all(&message);
                let released = if adds { Some(known.release(thread, order, line)) } else { last.released };
                // A read-modify-write goes on with what others have released before.
                if reads.is_some() {
                    message.join(&last.message);
                }
                *last = Last { write: Some(moment), reads: BTreeMap::new(), message, released };
            }
        }
        (races, acquired)
    }

    /// A thread prints. Whether that is a race.
    pub fn print(&mut self, known: &HappensBefore, thread: ThreadId) -> bool {
        let mut others = self.prints.iter().filter(|(other, _)| **other != thread);
        let races = others.any(|(_, moment)| !known.now(thread).knows(*moment));
        self.prints.insert(thread, known.moment(thread));
        races
    }

    /// The moments of the last accesses and prints.
    pub fn moments(&self) -> impl Iterator<Item = Moment> + '_ {
        let atomics = self.atomics.values().flat_map(|last| last.reads.values().chain(&last.write).copied());
        atomics.chain(self.prints.values().copied())
    }

    /// Hashes the last accesses, with what each value hands on.
    pub fn hash(&self, marks: &Marks, state: &mut impl Hasher) {
        for (thread, moment) in &self.prints {
            (thread, marks.number(*moment)).hash(state);
        }
        for (atomic, last) in &self.atomics {
            let reads: Vec<_> = last.reads.values().map(|read| marks.number(*read)).collect();
            let write = last.write.map(|write| marks.number(write));
            (atomic, write, reads, marks.known_to(&last.message)).hash(state);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::Ordering::{Acquire, Relaxed, Release as Releasing};

    #[test]
    fn what_is_acquired_was_released_by_a_store_or_by_the_fence_before_it_and_not_by_who_only_hands_it_on() {
        let (main, ann) = (ThreadId::MAIN, ThreadId::MAIN.child(0).expect("the first child"));
        let bob = ThreadId::MAIN.child(1).expect("the second child");
        // Which object it is decides nothing here.
        let atomic = ObjectId::Thread(main);
        let acquired = |steps: &[(ThreadId, u32, Option<Event>)]| {
            let (mut known, mut races) = (HappensBefore::default(), Races::default());
            known.advance(main);
            known.begin(ann, main);
            known.begin(bob, main);
            let mut last = None;
            for &(thread, line, event) in steps {
                known.advance(thread);
                last = match event {
                    Some(event) => races.access(&mut known, thread, atomic, event, line).1,
                    None => known.fence(thread, Releasing, line),
                };
            }
            last
        };
        let (stores, reads) = (|order| Some(Event::Store(order, 1)), Some(Event::Load(Acquire)));
        assert_eq!(acquired(&[(ann, 3, stores(Releasing)), (main, 9, reads)]), Some((ann, 3)));
        assert_eq!(acquired(&[(ann, 3, stores(Relaxed)), (main, 9, reads)]), None);
        assert_eq!(acquired(&[(ann, 2, None), (ann, 3, stores(Relaxed)), (main, 9, reads)]), Some((ann, 2)));
        let counts = Some(Event::Update(Relaxed, 2));
        assert_eq!(acquired(&[(ann, 3, stores(Releasing)), (bob, 5, counts), (main, 9, reads)]), Some((ann, 3)));
        assert_eq!(acquired(&[(ann, 3, stores(Releasing)), (bob, 5, stores(Relaxed)), (main, 9, reads)]), None);
    }
}

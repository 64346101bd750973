//! Weak memory: which write each load reads, and where each write is in the *modification order* of its atomic.
//!
//! The model is RC11 (Lahav, Vafeiadis, Kang, Hur and Dreyer, *Repairing sequential consistency in C/C++11*, 2017),
//! with the release sequences of C++20: only read-modify-writes pass on a write's message, and even a later store by
//! the same thread ends it. An *execution graph* has the accesses and fences as events; for each load the write that it
//! *reads from*; and for each atomic its modification order. It is built here event by event, as the threads run.
//!
//! Why nothing is lost or added: in a consistent graph, program order and reads-from have no cycle, so it can be built
//! along them, one event after the other. Each axiom says that some relation has no cycle, and the relations only grow,
//! so every part of a consistent graph that is built on the way is consistent too. When an event is added, nothing
//! happens after it. So all that coherence and atomicity demand is that no load reads a write that is older than what
//! its thread has seen, and that no write comes before what its thread has seen, or between a read-modify-write and
//! what that reads. The axiom of `SeqCst` is tried as it stands (see [`crate::sequential`]). The argument is that of
//! the view-based models of C11 (Kang, Hur, Lahav, Vafeiadis and Dreyer 2017; Dang, Jourdan, Kaiser and Dreyer 2020),
//! which RC11 contains. With the axiom that program order and reads-from have no cycle, what is called *load buffering*
//! is left out.
//!
//! *Only if needed*: as long as some order of steps explains the graph (program order, reads-from, modification orders and
//! reads-before have no cycle), an old write is read, or a write put before another, only where no order of steps
//! explains the graph after that. Nothing is lost by it. A graph that some order of steps explains is made by that
//! order, with the newest writes alone; and one that none explains has a first event with which that is so, and is
//! explained never again. So a program without weak behaviour has the schedules that it would have if it asked for
//! `SeqCst` everywhere; and each old value that a reader is shown is one which no order of steps explains.
//!
//! A thread that looks again and again makes no more events, as soon as its last three rounds of loads have been the
//! same: another one could be in the place of the last in each cycle.

use crate::clock::{Clock, Marks, Moment};
use crate::happens_before::{HappensBefore, Release};
use crate::id::{ObjectId, ThreadId};
use crate::location::{Access, Location};
use crate::sequential;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::atomic::Ordering;

/// A value written to an atomic, as bits.
pub type Value = u64;

/// A write, with what reads it.
#[derive(Debug, Clone)]
pub struct Write {
    /// When it was done; none for the value with which the atomic was made.
    pub moment: Option<Moment>,
    /// On which line; 0 for the value with which the atomic was made.
    pub line: u32,
    /// What is written.
    pub value: Value,
    /// Whether it reads the write before it.
    pub is_update: bool,
    /// Its order.
    pub order: Ordering,
    /// What a thread that acquires it gets to know.
    pub message: Clock,
    /// Where that was released, at the last: a read-modify-write hands on what it has read. It is shown, and decides
    /// nothing.
    pub released: Option<Release>,
    /// What happens before it.
    pub before: Clock,
    /// The loads that read it.
    pub reads: Vec<Read>,
}

/// A load.
#[derive(Debug, Clone)]
pub struct Read {
    /// When it was done.
    pub moment: Moment,
    /// Its order.
    pub order: Ordering,
    /// What happens before it.
    pub before: Clock,
}

/// A fence with `SeqCst`. The effects of other fences are in the views of their threads.
#[derive(Debug, Clone)]
pub struct Fence {
    /// When it was passed.
    pub moment: Moment,
    /// What happens before it.
    pub before: Clock,
}

/// What a thread does to an atomic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Reads a write.
    Load(Ordering),
    /// Writes after another write.
    Store(Ordering, Value),
    /// Reads a write and writes after it, in one operation.
    Update(Ordering, Value),
}

/// The graph of one execution so far.
#[derive(Debug, Clone)]
pub struct ExecutionGraph {
    /// The writes to each atomic in its modification order.
    pub locations: BTreeMap<ObjectId, Vec<Write>>,
    /// The fences with `SeqCst`.
    pub fences: Vec<Fence>,
    /// What comes before each step in every order of steps that explains the graph; none if no order does.
    steps: Option<Steps>,
    /// For each thread its last loads with nothing of its own between them but what leaves no event.
    recent: BTreeMap<ThreadId, Vec<Look>>,
}

/// What comes before what if all steps are in one order.
#[derive(Debug, Clone, Default)]
struct Steps {
    threads: BTreeMap<ThreadId, Clock>,
    /// For each location what comes before its last write and that write, and the same of the reads since.
    locations: BTreeMap<Location, (Clock, Clock)>,
}

/// What a load was, regardless of when it happened.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Look {
    atomic: ObjectId,
    /// What was read; none for the value with which the atomic was made.
    write: Option<Moment>,
    order: Ordering,
    /// What was known of other threads, and what came before in the order of steps.
    known: (Clock, Option<Clock>),
    moment: Moment,
}

impl Look {
    fn is_again(&self, before: &Look) -> bool {
        let what = |look: &Look| (look.atomic, look.write, look.order);
        what(self) == what(before) && self.known == before.known
    }
}

impl Default for ExecutionGraph {
    /// A graph without events, which any order of steps explains.
    fn default() -> ExecutionGraph {
        ExecutionGraph {
            locations: BTreeMap::new(),
            fences: Vec::new(),
            steps: Some(Steps::default()),
            recent: BTreeMap::new(),
        }
    }
}

impl ExecutionGraph {
    /// Whether no order of steps explains it.
    pub fn is_weak(&self) -> bool {
        self.steps.is_none()
    }

    /// An atomic is used, and holds this. It may have been changed by someone who had it alone.
    pub fn holds(&mut self, atomic: ObjectId, value: Value) {
        let first = || Write {
            moment: None,
            line: 0,
            value,
            is_update: false,
            order: Ordering::Relaxed,
            message: Clock::default(),
            released: None,
            before: Clock::default(),
            reads: Vec::new(),
        };
        let writes = self.locations.entry(atomic).or_insert_with(|| vec![first()]);
        if let Some(newest) = writes.last_mut() {
            newest.value = value;
        }
    }

    /// The writes to an atomic, in their order.
    ///
    /// # Panics
    /// If it has not been used.
    pub fn writes(&self, atomic: ObjectId) -> &[Write] {
        &self.locations[&atomic]
    }

    /// The place of the newest write that a thread knows of, or knows to have been read: it reads none before that, and
    /// writes after it.
    pub fn seen(&self, known: &HappensBefore, thread: ThreadId, atomic: ObjectId) -> usize {
        let now = known.now(thread);
        let is_seen = |write: &Write| {
            let own = write.moment.is_some_and(|moment| now.knows(moment));
            own || write.reads.iter().any(|read| now.knows(read.moment))
        };
        self.writes(atomic).iter().rposition(is_seen).unwrap_or_default()
    }

    /// The places of the writes, other than the newest, at which a thread may do this, the newer ones first.
    pub fn old_places(&self, known: &HappensBefore, thread: ThreadId, atomic: ObjectId, event: Event) -> Vec<usize> {
        let newest = self.writes(atomic).len() - 1;
        let seen = self.seen(known, thread, atomic);
        (seen..newest).rev().filter(|&place| self.permits(known, thread, atomic, event, place)).collect()
    }

    fn permits(&self, known: &HappensBefore, thread: ThreadId, atomic: ObjectId, event: Event, place: usize) -> bool {
        let next = &self.writes(atomic)[place + 1];
        let writes = !matches!(event, Event::Load(_));
        if writes && next.is_update {
            return false;
        }
        // In every order of steps the next write comes before this, and this before the next write.
        let is_needed = self.steps.as_ref().is_none_or(|steps| {
            let before = steps.threads.get(&thread);
            next.moment.is_some_and(|next| before.is_some_and(|before| before.knows(next)))
        });
        is_needed && {
            let (mut then, mut known) = (self.clone(), known.clone());
            known.advance(thread);
            then.add(&mut known, thread, atomic, event, place, 0);
            sequential::is_consistent(&then)
        }
    }

    /// A thread does this at a place: reads the write there, or writes after it. Returns where something was released
    /// of which it has learned by that.
    pub fn add(
        &mut self,
        known: &mut HappensBefore,
        thread: ThreadId,
        atomic: ObjectId,
        event: Event,
        place: usize,
        line: u32,
    ) -> Option<Release> {
        let moment = known.moment(thread);
        let writes = self.locations.get_mut(&atomic).expect("an atomic that has been used");
        if place + 1 < writes.len() {
            self.steps = None;
        }
        let (Event::Load(order) | Event::Store(order, _) | Event::Update(order, _)) = event;
        let read = &mut writes[place];
        let acquired = match event {
            Event::Store(..) => None,
            Event::Load(_) | Event::Update(..) => known.read(thread, &read.message, read.released, order),
        };
        let before = known.now(thread).clone();
        match event {
            Event::Load(_) => {
                let steps = self.steps.as_ref().and_then(|steps| steps.threads.get(&thread));
                let look = Look {
                    atomic,
                    write: read.moment,
                    order,
                    known: (before.without(thread), steps.map(|clock| clock.without(thread))),
                    moment,
                };
                read.reads.push(Read { moment, order, before });
                self.has_looked(thread, look);
            }
            Event::Store(_, value) | Event::Update(_, value) => {
                let mut message = known.message(thread, order);
                let is_update = matches!(event, Event::Update(..));
                let released = match is_update && read.message.knows_all(&message) {
                    true => read.released,
                    false => Some(known.release(thread, order, line)),
                };
                if is_update {
                    message.join(&read.message);
                }
                let (moment, reads) = (Some(moment), Vec::new());
                let write = Write { moment, line, value, is_update, order, message, released, before, reads };
                writes.insert(place + 1, write);
                self.recent.remove(&thread);
            }
        }
        acquired
    }

    /// A thread passes a fence on this line. Returns where something was released of which it has learned by that.
    pub fn fence(
        &mut self,
        known: &mut HappensBefore,
        thread: ThreadId,
        order: Ordering,
        line: u32,
    ) -> Option<Release> {
        let acquired = known.fence(thread, order, line);
        self.recent.remove(&thread);
        if order == Ordering::SeqCst {
            let (moment, before) = (known.moment(thread), known.now(thread).clone());
            self.fences.push(Fence { moment, before });
        }
        acquired
    }

    /// A thread has looked, and may have found nothing new.
    fn has_looked(&mut self, thread: ThreadId, look: Look) {
        let looks = self.recent.entry(thread).or_default();
        looks.push(look);
        let count = looks.len();
        let is_third = |length: &usize| {
            let from = |round: usize| &looks[count - round * length..count - (round - 1) * length];
            let same = |a: &[Look], b: &[Look]| a.iter().zip(b).all(|(a, b)| a.is_again(b));
            same(from(1), from(2)) && same(from(2), from(3))
        };
        let Some(length) = (1..=count / 3).find(is_third) else { return };
        for look in looks.split_off(count - length) {
            for write in self.locations.get_mut(&look.atomic).into_iter().flatten() {
                write.reads.retain(|read| read.moment != look.moment);
            }
        }
    }

    /// A thread has done a step, at this moment, and accessed these locations.
    pub fn step(&mut self, moment: Moment, accesses: &[(Location, Access)]) {
        let Some(steps) = &mut self.steps else { return };
        let own = steps.threads.entry(moment.thread).or_default();
        for (location, access) in accesses {
            let Some((write, reads)) = steps.locations.get(location) else { continue };
            own.join(write);
            if *access == Access::Write {
                own.join(reads);
            }
        }
        own.reach(moment);
        for (location, access) in accesses {
            let (write, reads) = steps.locations.entry(*location).or_default();
            match access {
                Access::Read => reads.join(own),
                Access::Write => (*write, *reads) = (own.clone(), Clock::default()),
            }
        }
    }

    /// A thread begins, with the step of the one that has started it.
    pub fn begin(&mut self, child: ThreadId, parent: ThreadId) {
        let Some(steps) = &mut self.steps else { return };
        let before = steps.threads.get(&parent).cloned().unwrap_or_default();
        steps.threads.insert(child, before);
    }

    /// If all that has happened happens before whatever these threads do next, which are all that are left, nothing of it
    /// can be read or written around any more: each atomic has its last value, and a new graph begins.
    pub fn settle(&mut self, known: &HappensBefore, running: impl Iterator<Item = ThreadId>) {
        let all: Vec<Moment> = self.moments().collect();
        let mut running = running.map(|thread| known.now(thread));
        if all.is_empty() || !running.all(|now| all.iter().all(|moment| now.knows(*moment))) {
            return;
        }
        for writes in self.locations.values_mut() {
            let Some(mut last) = writes.pop() else { continue };
            last = Write { moment: None, is_update: false, message: Clock::default(), reads: Vec::new(), ..last };
            *writes = vec![Write { order: Ordering::Relaxed, before: Clock::default(), ..last }];
        }
        *self = ExecutionGraph { locations: std::mem::take(&mut self.locations), ..ExecutionGraph::default() };
    }

    /// The moments of all events.
    pub fn moments(&self) -> impl Iterator<Item = Moment> + '_ {
        let writes = self.locations.values().flatten();
        let of = |write: &'_ Write| {
            write.moment.into_iter().chain(write.reads.iter().map(|read| read.moment)).collect::<Vec<_>>()
        };
        writes.flat_map(of).chain(self.fences.iter().map(|fence| fence.moment))
    }

    /// Hashes everything that decides what can follow, and what is shown of it.
    pub fn hash(&self, marks: &Marks, state: &mut impl Hasher) {
        for (atomic, writes) in &self.locations {
            (atomic, writes.len()).hash(state);
            for write in writes {
                let moment = write.moment.map(|moment| marks.number(moment));
                (moment, write.line, write.value, write.is_update, write.order).hash(state);
                (marks.known_to(&write.message), marks.known_to(&write.before)).hash(state);
                // Loads of one write may have come in any order.
                let read = |read: &Read| (marks.number(read.moment), read.order, marks.known_to(&read.before));
                let mut reads: Vec<_> = write.reads.iter().map(read).collect();
                reads.sort_by_key(|read| read.0);
                reads.hash(state);
            }
        }
        let mut fences: Vec<_> =
            self.fences.iter().map(|fence| (marks.number(fence.moment), marks.known_to(&fence.before))).collect();
        fences.sort();
        fences.hash(state);
        self.steps.is_some().hash(state);
        let Some(steps) = &self.steps else { return };
        for (thread, before) in &steps.threads {
            (thread, marks.known_to(before)).hash(state);
        }
        for (location, (write, reads)) in &steps.locations {
            let known = (marks.known_to(write), marks.known_to(reads));
            if !(known.0.is_empty() && known.1.is_empty()) {
                (location, known).hash(state);
            }
        }
    }
}

//! *Happens-before*: what each thread knows of what the others have done.
//!
//! It is passed on where std promises that one thing happens before another: by starting and joining, by locks,
//! messages, tokens, barriers and `Once`, and from a release to the acquire that reads it. Printing orders the output
//! and passes nothing on, and neither does an operation that only looks and finds nothing. If it is in doubt whether
//! std promises something, it is not passed on: that may find a race where there is none, but never hides one.
//!
//! A thread has three views, as in the operational models of C11 (Kang, Hur, Lahav, Vafeiadis and Dreyer 2017): what
//! happens before what it does next; what an acquire fence would add to that; and what it was at the last release
//! fence, which its relaxed writes pass on.

use crate::clock::{Clock, Marks, Moment};
use crate::id::ThreadId;
use crate::location::{Access, Location, Which};
use crate::objects::{Operation, channel, condvar, mutex, once, rwlock, thread};
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::atomic::Ordering;

/// Where something was released that another thread acquires: who did it, and on which line. Where a fence releases,
/// and a store after it only carries that, it is the line of the fence: what stands between the two is not released.
pub type Release = (ThreadId, u32);

/// What a thread knows.
#[derive(Debug, Clone, Default)]
struct View {
    /// What happens before its next access.
    now: Clock,
    /// What an acquire fence adds.
    acquirable: Clock,
    /// Where the last of that was released. It is shown, and decides nothing.
    acquirable_from: Option<Release>,
    /// What was known at the last release fence.
    released: Clock,
    /// On which line that was. It is shown, and decides nothing.
    released_on: u32,
}

/// What each thread knows, in one execution.
#[derive(Debug, Clone, Default)]
pub struct HappensBefore {
    threads: BTreeMap<ThreadId, View>,
    /// What a lock, a message or the like passes on.
    parts: BTreeMap<Location, Clock>,
}

/// Whether a load, a fence or the like with this order acquires.
pub fn acquires(order: Ordering) -> bool {
    matches!(order, Ordering::Acquire | Ordering::AcqRel | Ordering::SeqCst)
}

/// Whether a store, a fence or the like with this order releases.
pub fn releases(order: Ordering) -> bool {
    matches!(order, Ordering::Release | Ordering::AcqRel | Ordering::SeqCst)
}

impl HappensBefore {
    /// A thread is started, and knows what the thread that starts it knows.
    pub fn begin(&mut self, child: ThreadId, parent: ThreadId) {
        let now = self.now(parent).clone();
        self.threads.insert(child, View { now, ..View::default() });
    }

    /// Whether a thread has begun.
    pub fn has_begun(&self, thread: ThreadId) -> bool {
        self.threads.contains_key(&thread)
    }

    /// A thread begins its next step, or what comes after it. Returns that moment.
    pub fn advance(&mut self, thread: ThreadId) -> Moment {
        self.view(thread).now.advance(thread)
    }

    /// The current moment of a thread.
    pub fn moment(&self, thread: ThreadId) -> Moment {
        Moment { thread, tick: self.now(thread).of(thread) }
    }

    /// What happens before what a thread does now.
    pub fn now(&self, thread: ThreadId) -> &Clock {
        static NOTHING: std::sync::LazyLock<Clock> = std::sync::LazyLock::new(Clock::default);
        self.threads.get(&thread).map_or(&NOTHING, |view| &view.now)
    }

    /// A thread has done this, and accessed these locations by it.
    pub fn step(&mut self, thread: ThreadId, operation: &Operation, accesses: &[(Location, Access)]) {
        let own = &mut self.threads.entry(thread).or_default().now;
        let got = accesses.iter().any(|(location, access)| *access == Access::Write && is_got(location.part));
        for (location, _) in accesses.iter().filter(|(location, _)| takes_over(operation, location.part, got)) {
            if let Some(known) = self.parts.get(location) {
                own.join(known);
            }
        }
        for (location, _) in accesses.iter().filter(|(location, access)| hands_on(operation, location.part, *access)) {
            self.parts.entry(*location).or_default().join(own);
        }
        // A token that another call has taken tells a thread that parks later nothing.
        let is_given = matches!(operation, Operation::Thread(thread::Operation::Unpark(_)));
        for (location, _) in accesses.iter().filter(|(location, access)| is_taken(location.part, *access) && !is_given)
        {
            self.parts.remove(location);
        }
    }

    /// A thread reads what has been written with this message, which was released there, by an access with this order.
    /// Returns where, if the thread has learned of something by it.
    pub fn read(
        &mut self,
        thread: ThreadId,
        message: &Clock,
        released: Option<Release>,
        order: Ordering,
    ) -> Option<Release> {
        // Of a sequence of releases the last is known. Where that is the thread's own, it has learned of one before.
        let released = released.filter(|(by, _)| *by != thread);
        let view = self.view(thread);
        if !view.acquirable.knows_all(message) {
            view.acquirable.join(message);
            view.acquirable_from = released;
        }
        if !acquires(order) || view.now.knows_all(message) {
            return None;
        }
        view.now.join(message);
        released
    }

    /// The message of what a thread writes with this order: what a thread that acquires it gets to know.
    pub fn message(&self, thread: ThreadId, order: Ordering) -> Clock {
        let view = &self.threads[&thread];
        if releases(order) { view.now.clone() } else { view.released.clone() }
    }

    /// Where that has been released, if the thread writes on this line.
    pub fn release(&self, thread: ThreadId, order: Ordering, line: u32) -> Release {
        (thread, if releases(order) { line } else { self.threads[&thread].released_on })
    }

    /// A thread passes a fence on this line. Returns where something was released of which it has learned by that.
    pub fn fence(&mut self, thread: ThreadId, order: Ordering, line: u32) -> Option<Release> {
        let view = self.view(thread);
        let learns = acquires(order) && !view.now.knows_all(&view.acquirable);
        if learns {
            view.now.join(&view.acquirable);
        }
        if releases(order) {
            view.released = view.now.clone();
            view.released_on = line;
        }
        view.acquirable_from.filter(|_| learns)
    }

    fn view(&mut self, thread: ThreadId) -> &mut View {
        self.threads.entry(thread).or_default()
    }

    /// Hashes what is known of some moments.
    pub fn hash(&self, marks: &Marks, state: &mut impl Hasher) {
        for (thread, view) in &self.threads {
            let views = [&view.now, &view.acquirable, &view.released].map(|clock| marks.known_to(clock));
            (thread, views).hash(state);
        }
        for (location, known) in &self.parts {
            let known = marks.known_to(known);
            if !known.is_empty() {
                (location, known).hash(state);
            }
        }
    }
}

/// A part that is written by anyone who gets what it came for: a lock, a message, a token.
fn is_got(part: Which) -> bool {
    matches!(part, Which::Holder | Which::Reader(_) | Which::Message(_) | Which::Token)
}

/// Whether a token is taken, if it is not given.
fn is_taken(part: Which, access: Access) -> bool {
    part == Which::Token && access == Access::Write
}

/// Whether what was handed on by a part of an object happens before what a thread does after this; `got` says whether it
/// got what it came for, if that could fail.
fn takes_over(operation: &Operation, part: Which, got: bool) -> bool {
    match operation {
        Operation::Mutex(_, operation) => match operation {
            mutex::Operation::Lock | mutex::Operation::TryLock => got && part == Which::Holder,
            _ => false,
        },
        Operation::Condvar(_, operation) => match operation {
            condvar::Operation::WakeUp { .. } => got && part == Which::Holder,
            _ => false,
        },
        Operation::RwLock(_, operation) => match operation {
            rwlock::Operation::Read | rwlock::Operation::ReadQueued | rwlock::Operation::TryRead => {
                got && part == Which::Holder
            }
            rwlock::Operation::Write | rwlock::Operation::TryWrite => {
                got && matches!(part, Which::Holder | Which::Reader(_))
            }
            _ => false,
        },
        Operation::Channel(_, operation) => match operation {
            channel::Operation::Recv { .. } | channel::Operation::TryRecv => got && matches!(part, Which::Message(_)),
            _ => false,
        },
        // Anyone who finds it done, or goes on after an attempt that has panicked.
        Operation::Once(_, operation) => !matches!(operation, once::Operation::EndOnce { .. }) && part == Which::Whole,
        Operation::Barrier(..) => part == Which::Whole,
        Operation::Thread(operation) => match operation {
            thread::Operation::Join(_) => part == Which::Ended,
            thread::Operation::EndScope(_) => part == Which::Gone,
            thread::Operation::Park { .. } => got && part == Which::Token,
            _ => false,
        },
        Operation::Output(_) | Operation::Atomic(..) | Operation::Fence(_) | Operation::Count(..) => false,
    }
}

/// Whether a thread that does this hands on what it knows to anyone who takes it over from this part of an object.
fn hands_on(operation: &Operation, part: Which, access: Access) -> bool {
    if access == Access::Read {
        return false;
    }
    // A thread ends, and its scope need not wait for it, after different steps, as what it has left is dropped.
    if matches!(part, Which::Ended | Which::Gone) {
        return true;
    }
    match operation {
        Operation::Mutex(_, mutex::Operation::Unlock { .. }) => part == Which::Holder,
        Operation::Condvar(_, condvar::Operation::Wait { .. }) => part == Which::Holder,
        Operation::RwLock(_, operation) => match operation {
            rwlock::Operation::EndRead => matches!(part, Which::Reader(_)),
            rwlock::Operation::EndWrite { .. } | rwlock::Operation::Downgrade => part == Which::Holder,
            _ => false,
        },
        Operation::Channel(_, channel::Operation::Send | channel::Operation::TrySend | channel::Operation::Offer) => {
            matches!(part, Which::Message(_))
        }
        Operation::Once(_, operation) => matches!(operation, once::Operation::EndOnce { .. }) && part == Which::Whole,
        Operation::Barrier(..) => part == Which::Whole,
        Operation::Thread(thread::Operation::Unpark(_)) => part == Which::Token,
        _ => false,
    }
}

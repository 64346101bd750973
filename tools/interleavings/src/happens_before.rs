//! *Happens-before*, as far as it says which accesses to atomics are ordered: for each thread, of which of the last
//! accesses it knows.
//!
//! An access is known to whoever did it. What a thread knows is handed on where std promises that one thing happens before
//! another: by starting and joining, by locks, messages, tokens, barriers and what is done once; and from a store that
//! releases to a load that acquires what it stored, or what a chain of exchanges has made of it. Fences hand nothing on
//! here, nor does what is printed: that may find a race where there is none, and never hides one.
//!
//! Two accesses to one atomic, one of which writes, are a *race* where the later one does not know of the earlier one. It
//! is enough to look at the last write and at the reads since, as vector clocks do (FastTrack, Flanagan and Freund 2009);
//! clocks would tell states apart that are the same.

use crate::id::{ObjectId, ThreadId};
use crate::location::{Access, Location, Which};
use crate::objects::Operation;
use std::collections::{BTreeMap, BTreeSet};

/// Which of the last accesses to an atomic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Last {
    Write,
    /// Of this thread, since the last write.
    Read(ThreadId),
}

type Known = BTreeSet<(ObjectId, Last)>;

/// How an atomic is accessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AtomicAccess {
    /// Whether it reads.
    pub reads: bool,
    /// Whether it writes.
    pub writes: bool,
    /// Whether what it reads is acquired.
    pub acquires: bool,
    /// Whether what it writes is released.
    pub releases: bool,
}

/// What is known to whom in one execution.
#[derive(Debug, Clone, Default, Hash)]
pub(crate) struct HappensBefore {
    threads: BTreeMap<ThreadId, Known>,
    /// What a lock, a message or the like hands on.
    parts: BTreeMap<Location, Known>,
    /// What the value of an atomic hands on.
    released: BTreeMap<ObjectId, Known>,
    /// The last accesses to each atomic.
    last: BTreeSet<(ObjectId, Last)>,
}

impl HappensBefore {
    /// A thread is started, and knows what the one knows that starts it.
    pub fn begin(&mut self, child: ThreadId, parent: ThreadId) {
        let known = self.threads.get(&parent).cloned().unwrap_or_default();
        self.threads.insert(child, known);
    }

    /// A thread has done this, and accessed these locations by it.
    pub fn step(&mut self, thread: ThreadId, operation: &Operation, accesses: &[(Location, Access)]) {
        let own = self.threads.entry(thread).or_default();
        let handing_on = || accesses.iter().filter(|(location, _)| hands_on(operation, location.part));
        for (location, _) in handing_on() {
            own.extend(self.parts.get(location).into_iter().flatten());
        }
        for (location, _) in handing_on().filter(|(_, access)| *access == Access::Write) {
            self.parts.entry(*location).or_default().extend(own.iter());
        }
    }

    /// A thread accesses an atomic. Whether that is a race.
    pub fn access(&mut self, thread: ThreadId, atomic: ObjectId, access: AtomicAccess) -> bool {
        let own = self.threads.entry(thread).or_default();
        if access.reads && access.acquires {
            own.extend(self.released.get(&atomic).into_iter().flatten());
        }
        let before = self.last.iter().filter(|(of, last)| *of == atomic && (access.writes || *last == Last::Write));
        let races = before.filter(|(_, last)| *last != Last::Read(thread)).any(|last| !own.contains(last));
        let is_old = |(of, last): &(ObjectId, Last)| *of == atomic && (access.writes || *last == Last::Read(thread));
        let all = self.threads.values_mut().chain(self.parts.values_mut()).chain(self.released.values_mut());
        all.chain([&mut self.last]).for_each(|known| known.retain(|last| !is_old(last)));
        let new = (atomic, if access.writes { Last::Write } else { Last::Read(thread) });
        self.last.insert(new);
        let own = self.threads.entry(thread).or_default();
        own.insert(new);
        if access.writes {
            let released = self.released.entry(atomic).or_default();
            // Who reads and writes in one goes on with what others have released before.
            if !access.reads {
                released.clear();
            }
            if access.releases {
                released.extend(own.iter());
            }
        }
        races
    }
}

/// Whether std promises that what happens before this access to a part of an object happens before the next one.
fn hands_on(operation: &Operation, part: Which) -> bool {
    if operation.only_looks() {
        return false;
    }
    match (operation, part) {
        (Operation::Output(_) | Operation::Atomic(..) | Operation::Count(..), _) => false,
        (Operation::Channel(..), part) => matches!(part, Which::Message(_)),
        (Operation::Barrier(..) | Operation::Once(..), Which::Whole) => true,
        (_, part) => matches!(part, Which::Holder | Which::Reader(_) | Which::Ended | Which::Gone | Which::Token),
    }
}

//! What steps read and write: the locations that objects are made of, and a log of the accesses to them.
//!
//! Two steps of different threads may change places without anyone noticing if neither writes what the other one reads
//! or writes. The set of a step's accesses is its *footprint*. Nobody declares it. The state of each object is kept in
//! [`Part`]s, and a part's value can be reached only through [`Part::read`] and [`Part::write`], which log the access.
//! So a footprint is what the step did, and no access can be forgotten.
//!
//! Locations are finer than objects. A channel has a head and a tail, and each message is a location of its own: a send
//! and a receive do not conflict unless the message received is the one sent.

use crate::hash::hash;
use crate::id::{ObjectId, SenderId, ThreadId};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

/// Which part of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Which {
    /// All of it: an atomic, a condition, a barrier.
    Whole,
    /// Which thread holds a lock, writes under it, or runs a `Once`.
    Holder,
    /// Whether it is poisoned.
    Poison,
    /// How many times this thread holds it to read.
    Reader(ThreadId),
    /// Whether this thread waits to write.
    Waiting(ThreadId),
    /// Where the next message goes in.
    Tail,
    /// Where the next message comes out.
    Head,
    /// The message of this number.
    Message(u64),
    /// Whether this sender still exists.
    Sender(SenderId),
    /// Whether the receiver still exists.
    Receiver,
    /// Whether a thread has been given the token of `park`.
    Token,
    /// Whether a thread has done what it was started for.
    Finished,
    /// Whether a thread has ended.
    Ended,
    /// Whether the closure of a scoped thread, and what it left, are gone.
    Gone,
    /// Who still owns what a thread's closure returned.
    Result,
    /// What has been printed.
    Text,
}

/// What a step can read and write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Location {
    /// The object.
    pub object: ObjectId,
    /// The part of it.
    pub part: Which,
}

/// How a step accesses a location.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Access {
    /// Two reads can change places.
    Read,
    /// A write can change places with no other access.
    Write,
}

/// The accesses since it was last cleared.
#[derive(Debug, Clone, Default)]
pub struct Log(RefCell<Vec<(Location, Access)>>);

impl Log {
    /// Logs an access.
    pub fn add(&self, location: Location, access: Access) {
        let mut accesses = self.0.borrow_mut();
        match accesses.iter_mut().find(|(known, _)| *known == location) {
            Some((_, known)) => *known = (*known).max(access),
            None => accesses.push((location, access)),
        }
    }

    /// The accesses so far, each location once.
    pub fn so_far(&self) -> Vec<(Location, Access)> {
        self.0.borrow().clone()
    }

    /// Returns the accesses, each location once, and clears the log.
    pub fn take(&self) -> Vec<(Location, Access)> {
        self.0.take()
    }
}

/// The log, for the parts of one object.
#[derive(Debug, Clone, Copy)]
pub struct Of<'a> {
    /// The log.
    pub log: &'a Log,
    /// The object.
    pub object: ObjectId,
}

/// A part of an object's state.
#[derive(Debug, Clone)]
pub struct Part<T> {
    which: Which,
    value: T,
}

impl<T> Part<T> {
    /// A part with its first value.
    pub const fn new(which: Which, value: T) -> Part<T> {
        Part { which, value }
    }

    /// Its value, as a read.
    pub fn read(&self, of: Of<'_>) -> &T {
        of.log.add(Location { object: of.object, part: self.which }, Access::Read);
        &self.value
    }

    /// Its value, to be changed, as a write.
    pub fn write(&mut self, of: Of<'_>) -> &mut T {
        of.log.add(Location { object: of.object, part: self.which }, Access::Write);
        &mut self.value
    }

    /// Its value, only to be shown: nothing may be decided by it.
    pub fn shown(&self) -> &T {
        &self.value
    }
}

thread_local! {
    /// The parts that have been hashed since [`parts`] asked for them, each by itself.
    static PARTS: RefCell<BTreeMap<Which, u128>> = const { RefCell::new(BTreeMap::new()) };
    static ARE_ASKED_FOR: Cell<bool> = const { Cell::new(false) };
}

impl<T: Hash> Hash for Part<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        if ARE_ASKED_FOR.get() {
            PARTS.with_borrow_mut(|parts| parts.insert(self.which, hash(&self.value)));
        } else {
            self.value.hash(state);
        }
    }
}

/// The hashes of all parts of an object, and of what is in none of them.
pub(crate) fn parts(object: &impl Hash) -> (BTreeMap<Which, u128>, u128) {
    ARE_ASKED_FOR.set(true);
    let rest = hash(object);
    ARE_ASKED_FOR.set(false);
    (PARTS.take(), rest)
}

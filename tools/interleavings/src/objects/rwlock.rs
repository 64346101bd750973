//! An `RwLock`: which threads read, write, or wait to write, and whether it is poisoned.
//!
//! The library does not say who goes first when a writer waits: "The priority policy of the lock is dependent on the
//! underlying operating system's implementation, and this type does not guarantee that any particular policy will be
//! used." So a reader that comes while another reads and a writer waits may be let in, which is ordinary here, or wait
//! behind the writer, and one that only tries may find the lock taken.

use super::{Answer, Choices, ordinary_if};
use crate::id::{ObjectId, ThreadId};
use crate::location::{Of, Part, Which};
use crate::step::Verb;
use crate::world::World;
use report::Choice;
use std::collections::BTreeMap;

/// Its state.
#[derive(Debug, Clone, Hash)]
pub struct RwLock {
    /// How often each thread reads.
    readers: BTreeMap<ThreadId, Part<u32>>,
    writer: Part<Option<ThreadId>>,
    /// Whether each thread waits to write.
    waiting: BTreeMap<ThreadId, Part<bool>>,
    poisoned: Part<bool>,
}

/// What can be done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Operation {
    Read,
    /// Reads, having been made to wait behind the writers that were waiting.
    ReadQueued,
    TryRead,
    EndRead,
    Write,
    TryWrite,
    EndWrite {
        /// Whether the thread has begun to panic while it wrote.
        poisons: bool,
    },
    Downgrade,
    IsPoisoned,
    ClearPoison,
}

impl Default for RwLock {
    fn default() -> RwLock {
        RwLock {
            readers: BTreeMap::new(),
            writer: Part::new(Which::Holder, None),
            waiting: BTreeMap::new(),
            poisoned: Part::new(Which::Poison, false),
        }
    }
}

impl RwLock {
    /// How often a thread reads, as a write.
    fn reads(&mut self, of: Of<'_>, thread: ThreadId) -> &mut u32 {
        self.readers.entry(thread).or_insert_with(|| Part::new(Which::Reader(thread), 0)).write(of)
    }

    /// Whether a thread reads. One that never has is known by its part all the same.
    fn does_read(&self, of: Of<'_>, thread: ThreadId) -> bool {
        let never = Part::new(Which::Reader(thread), 0);
        *self.readers.get(&thread).unwrap_or(&never).read(of) > 0
    }

    fn waits(&mut self, of: Of<'_>, thread: ThreadId) -> &mut bool {
        self.waiting.entry(thread).or_insert_with(|| Part::new(Which::Waiting(thread), false)).write(of)
    }

    /// Whether one of these threads reads. The first that does is enough to say so.
    fn is_read(&self, of: Of<'_>, threads: impl Iterator<Item = ThreadId>) -> bool {
        threads.into_iter().any(|thread| self.does_read(of, thread))
    }

    /// Whether one of these threads waits to write.
    fn is_waited_for(&self, of: Of<'_>, mut threads: impl Iterator<Item = ThreadId>) -> bool {
        threads.any(|thread| {
            let never = Part::new(Which::Waiting(thread), false);
            *self.waiting.get(&thread).unwrap_or(&never).read(of)
        })
    }

    fn enter(&mut self, of: Of<'_>, me: ThreadId) -> Answer {
        *self.reads(of, me) += 1;
        Answer::Locked { poisoned: *self.poisoned.read(of) }
    }

    /// Whether it is poisoned.
    pub fn is_poisoned(&self, of: Of<'_>) -> bool {
        *self.poisoned.read(of)
    }

    /// Who writes, to be shown.
    pub fn shown_writer(&self) -> Option<ThreadId> {
        *self.writer.shown()
    }

    /// Who reads, each thread once, to be shown.
    pub fn shown_readers(&self) -> Vec<ThreadId> {
        self.readers.iter().filter(|(_, reads)| *reads.shown() > 0).map(|(&thread, _)| thread).collect()
    }

    /// Who waits to write, to be shown.
    fn shown_waiting(&self) -> Vec<ThreadId> {
        self.waiting.iter().filter(|(_, waits)| *waits.shown()).map(|(&thread, _)| thread).collect()
    }
}

impl Operation {
    pub(super) fn choices(self, world: &World, id: ObjectId, me: ThreadId) -> Choices {
        let (lock, of) = (world.rwlock(id), world.of(id));
        let others = || world.threads.keys().copied().filter(move |&thread| thread != me);
        let mine = |choices: Choices| {
            // Both methods "might panic when called if the lock is already held by the current thread".
            let again = *lock.writer.read(of) == Some(me) || lock.does_read(of, me);
            if again { [choices, vec![Choice::Panics]].concat() } else { choices }
        };
        match self {
            Operation::Read | Operation::TryRead => {
                let tries = self == Operation::TryRead;
                if lock.writer.read(of).is_some() {
                    return if tries { ordinary_if(true) } else { mine(Vec::new()) };
                }
                let mut choices = ordinary_if(true);
                if lock.is_waited_for(of, others()) && lock.is_read(of, world.threads.keys().copied()) {
                    choices.push(Choice::BehindWriter);
                }
                if tries { choices } else { mine(choices) }
            }
            Operation::ReadQueued => ordinary_if(lock.writer.read(of).is_none() && !lock.is_waited_for(of, others())),
            Operation::Write => {
                let free = lock.writer.read(of).is_none() && !lock.is_read(of, world.threads.keys().copied());
                if free { ordinary_if(true) } else { mine(Vec::new()) }
            }
            _ => ordinary_if(true),
        }
    }

    pub(super) fn announce(self, world: &mut World, id: ObjectId, me: ThreadId) {
        if self == Operation::Write {
            let (lock, of) = world.rwlock_mut(id);
            *lock.waits(of, me) = true;
        }
    }

    pub(super) fn perform(self, world: &mut World, id: ObjectId, me: ThreadId, choice: Choice) -> Answer {
        let threads: Vec<ThreadId> = world.threads.keys().copied().collect();
        let (lock, of) = world.rwlock_mut(id);
        if self == Operation::Write {
            *lock.waits(of, me) = false;
        }
        match self {
            _ if choice == Choice::Panics => Answer::Panics,
            Operation::Read if choice == Choice::BehindWriter => Answer::Queued,
            Operation::TryRead if choice == Choice::BehindWriter => Answer::WouldBlock,
            Operation::Read | Operation::ReadQueued => lock.enter(of, me),
            Operation::TryRead if lock.writer.read(of).is_none() => lock.enter(of, me),
            Operation::TryRead => Answer::WouldBlock,
            Operation::EndRead => {
                *lock.reads(of, me) -= 1;
                Answer::Done
            }
            Operation::TryWrite if lock.writer.read(of).is_some() || lock.is_read(of, threads.into_iter()) => {
                Answer::WouldBlock
            }
            Operation::Write | Operation::TryWrite => {
                *lock.writer.write(of) = Some(me);
                Answer::Locked { poisoned: *lock.poisoned.read(of) }
            }
            Operation::EndWrite { poisons } => {
                *lock.writer.write(of) = None;
                if poisons {
                    *lock.poisoned.write(of) = true;
                }
                Answer::Done
            }
            Operation::Downgrade => {
                *lock.writer.write(of) = None;
                *lock.reads(of, me) += 1;
                Answer::Done
            }
            Operation::IsPoisoned => Answer::Flag(lock.is_poisoned(of)),
            Operation::ClearPoison => {
                *lock.poisoned.write(of) = false;
                Answer::Done
            }
        }
    }

    /// Who keeps a thread from doing this, to be shown.
    pub(super) fn held_by(self, world: &World, id: ObjectId) -> Vec<ThreadId> {
        let lock = world.rwlock(id);
        let mut holders: Vec<ThreadId> = lock.shown_readers().into_iter().chain(lock.shown_writer()).collect();
        if self == Operation::ReadQueued {
            holders = lock.shown_waiting().into_iter().chain(lock.shown_writer()).collect();
        }
        holders.sort();
        holders.dedup();
        holders
    }

    pub(super) fn only_looks(self) -> bool {
        matches!(self, Operation::TryRead | Operation::TryWrite | Operation::IsPoisoned)
    }

    /// Whether it may have to wait.
    pub(super) fn may_block(self) -> bool {
        matches!(self, Operation::Read | Operation::ReadQueued | Operation::Write)
    }

    pub(super) fn verb(self) -> Verb {
        match self {
            Operation::Read => Verb::Read,
            Operation::ReadQueued => Verb::ReadQueued,
            Operation::TryRead => Verb::TryRead,
            Operation::EndRead => Verb::EndRead,
            Operation::Write => Verb::Write,
            Operation::TryWrite => Verb::TryWrite,
            Operation::EndWrite { .. } => Verb::EndWrite,
            Operation::Downgrade => Verb::Downgrade,
            Operation::IsPoisoned => Verb::IsPoisoned,
            Operation::ClearPoison => Verb::ClearPoison,
        }
    }
}

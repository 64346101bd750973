//! A `Mutex`: who holds it, and whether it is poisoned.

use super::{Answer, Choices, ordinary_if};
use crate::id::{ObjectId, ThreadId};
use crate::location::{Of, Part, Which};
use crate::step::Verb;
use crate::world::World;
use report::Choice;

/// Its state.
#[derive(Debug, Clone, Hash)]
pub struct Mutex {
    holder: Part<Option<ThreadId>>,
    poisoned: Part<bool>,
}

/// What can be done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Operation {
    Lock,
    TryLock,
    Unlock {
        /// Whether the thread has begun to panic while it held the lock.
        poisons: bool,
    },
    IsPoisoned,
    ClearPoison,
}

impl Default for Mutex {
    fn default() -> Mutex {
        Mutex { holder: Part::new(Which::Holder, None), poisoned: Part::new(Which::Poison, false) }
    }
}

impl Mutex {
    /// Whether nobody holds it.
    pub fn is_free(&self, of: Of<'_>) -> bool {
        self.holder.read(of).is_none()
    }

    /// Gives it to a thread, and returns whether it is poisoned.
    pub fn take(&mut self, of: Of<'_>, me: ThreadId) -> Answer {
        *self.holder.write(of) = Some(me);
        Answer::Locked { poisoned: *self.poisoned.read(of) }
    }

    /// Releases it.
    pub fn release(&mut self, of: Of<'_>, poisons: bool) {
        *self.holder.write(of) = None;
        if poisons {
            *self.poisoned.write(of) = true;
        }
    }

    /// Whether it is poisoned.
    pub fn is_poisoned(&self, of: Of<'_>) -> bool {
        *self.poisoned.read(of)
    }

    /// Who holds it, to be shown.
    pub fn holders(&self) -> Vec<ThreadId> {
        self.holder.shown().iter().copied().collect()
    }
}

impl Operation {
    pub(super) fn choices(self, world: &World, id: ObjectId, me: ThreadId) -> Choices {
        let Operation::Lock = self else { return ordinary_if(true) };
        let (mutex, of) = (world.mutex(id), world.of(id));
        match *mutex.holder.read(of) {
            None => ordinary_if(true),
            // "The exact behavior on locking a mutex in the thread which already holds the lock is left unspecified.
            // However, this function will not return on the second call (it might panic or deadlock, for example)."
            Some(holder) if holder == me => vec![Choice::Panics],
            Some(_) => Vec::new(),
        }
    }

    pub(super) fn perform(self, world: &mut World, id: ObjectId, me: ThreadId, choice: Choice) -> Answer {
        let (mutex, of) = world.mutex_mut(id);
        match self {
            Operation::Lock if choice == Choice::Panics => Answer::Panics,
            Operation::Lock => mutex.take(of, me),
            Operation::TryLock if mutex.is_free(of) => mutex.take(of, me),
            Operation::TryLock => Answer::WouldBlock,
            Operation::Unlock { poisons } => {
                mutex.release(of, poisons);
                Answer::Done
            }
            Operation::IsPoisoned => Answer::Flag(mutex.is_poisoned(of)),
            Operation::ClearPoison => {
                *mutex.poisoned.write(of) = false;
                Answer::Done
            }
        }
    }

    pub(super) fn verb(self) -> Verb {
        match self {
            Operation::Lock => Verb::Lock,
            Operation::TryLock => Verb::TryLock,
            Operation::Unlock { .. } => Verb::Unlock,
            Operation::IsPoisoned => Verb::IsPoisoned,
            Operation::ClearPoison => Verb::ClearPoison,
        }
    }
}

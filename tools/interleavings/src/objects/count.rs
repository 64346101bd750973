//! The count of an `Arc`'s owners, or of its `Weak`s: std's own, in the program's memory. And that of the owners of what a
//! thread leaves, which are the thread and its handle.
//!
//! To clone an `Arc` or drop one is a step only where someone could tell: see [`crate::count`].

use crate::id::ThreadId;
use crate::location::{Of, Part, Which};
use crate::step::Verb;

/// Its state, as far as it is here.
#[derive(Debug, Clone, Hash)]
pub struct Count {
    value: Part<()>,
}

/// What can be done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operation {
    /// One more.
    Add,
    /// One less.
    Subtract,
    /// Asks for it.
    Load,
    /// Changes it if it is what was asked for before: an upgrade, a downgrade, or taking all of it.
    Exchange,
    /// One less: a thread owns no longer what it has left for anyone who joins it.
    LeaveResult,
    /// One less: the handle of this thread owns that no longer.
    DropHandle(ThreadId),
}

impl Default for Count {
    fn default() -> Count {
        Count { value: Part::new(Which::Whole, ()) }
    }
}

impl Count {
    /// It has been read.
    pub fn read(&self, of: Of<'_>) {
        self.value.read(of);
    }

    /// It has been written.
    pub fn write(&mut self, of: Of<'_>) {
        self.value.write(of);
    }
}

impl Operation {
    pub(super) fn verb(self) -> Verb {
        match self {
            Operation::Add => Verb::AddOwner,
            Operation::Subtract => Verb::DropOwner,
            Operation::Load => Verb::CountOwners,
            Operation::Exchange => Verb::ExchangeOwners,
            Operation::LeaveResult => Verb::LeaveResult,
            Operation::DropHandle(of) => Verb::DropHandle(of),
        }
    }
}

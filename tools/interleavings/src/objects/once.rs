//! A `Once`: which thread runs it, whether it is done, and whether an attempt has panicked.

use super::{Answer, Choices, ordinary_if};
use crate::id::{ObjectId, ThreadId};
use crate::location::{Part, Which};
use crate::step::Verb;
use crate::world::World;
use report::Choice;

/// Its state.
#[derive(Debug, Clone, Hash)]
pub struct Once {
    running: Part<Option<ThreadId>>,
    progress: Part<Progress>,
}

/// Its progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Progress {
    NotDone,
    Panicked,
    Done,
}

/// What can be done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Operation {
    CallOnce {
        /// Whether it is tried even where an attempt has panicked.
        force: bool,
    },
    /// The closure of a `call_once` has ended.
    EndOnce {
        /// Whether by a panic.
        panicked: bool,
    },
    IsCompleted,
    /// Waits until it has been done.
    Wait {
        /// Whether it goes on waiting where an attempt has panicked.
        force: bool,
    },
}

impl Default for Once {
    fn default() -> Once {
        Once { running: Part::new(Which::Holder, None), progress: Part::new(Which::Whole, Progress::NotDone) }
    }
}

impl Once {
    /// One that has been done from the start.
    pub fn done() -> Once {
        Once { running: Part::new(Which::Holder, None), progress: Part::new(Which::Whole, Progress::Done) }
    }

    /// Who is doing it, to be shown.
    pub fn holders(&self) -> Vec<ThreadId> {
        self.running.shown().iter().copied().collect()
    }
}

impl Operation {
    pub(super) fn choices(self, world: &World, id: ObjectId, me: ThreadId) -> Choices {
        let (once, of) = (world.once(id), world.of(id));
        match self {
            Operation::CallOnce { .. } => match *once.running.read(of) {
                None => ordinary_if(true),
                // "If the given closure recursively invokes call_once on the same Once instance, the exact behavior is
                // not specified: allowed outcomes are a panic or a deadlock."
                Some(holder) if holder == me => vec![Choice::Panics],
                Some(_) => Vec::new(),
            },
            Operation::Wait { force } => {
                let progress = *once.progress.read(of);
                ordinary_if(progress == Progress::Done || !force && progress == Progress::Panicked)
            }
            Operation::EndOnce { .. } | Operation::IsCompleted => ordinary_if(true),
        }
    }

    pub(super) fn perform(self, world: &mut World, id: ObjectId, me: ThreadId, choice: Choice) -> Answer {
        let (once, of) = world.once_mut(id);
        match self {
            Operation::CallOnce { .. } if choice == Choice::Panics => Answer::Panics,
            Operation::CallOnce { force } => match *once.progress.read(of) {
                Progress::Done => Answer::Done,
                // Found poisoned, and not tried: the caller panics.
                Progress::Panicked if !force => Answer::Flag(true),
                found => {
                    *once.running.write(of) = Some(me);
                    Answer::Flag(found == Progress::Panicked)
                }
            },
            Operation::EndOnce { panicked } => {
                *once.running.write(of) = None;
                *once.progress.write(of) = if panicked { Progress::Panicked } else { Progress::Done };
                Answer::Done
            }
            Operation::IsCompleted => Answer::Flag(*once.progress.read(of) == Progress::Done),
            Operation::Wait { .. } => Answer::Flag(*once.progress.read(of) == Progress::Panicked),
        }
    }

    /// Whether it may have to wait.
    pub(super) fn may_block(self) -> bool {
        matches!(self, Operation::CallOnce { .. } | Operation::Wait { .. })
    }

    pub(super) fn verb(self) -> Verb {
        match self {
            Operation::CallOnce { .. } => Verb::CallOnce,
            Operation::EndOnce { .. } => Verb::EndOnce,
            Operation::IsCompleted => Verb::IsCompleted,
            Operation::Wait { .. } => Verb::WaitOnce,
        }
    }
}

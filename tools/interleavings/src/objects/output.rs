//! The standard streams: what has been printed, and who holds the lock of a stream.
//!
//! `println` locks the stream while it formats what it prints, and so does a program that asks for the lock. The lock is
//! one that its holder can take again.

use super::{Answer, Choices, ordinary_if};
use crate::id::{ObjectId, Stream, ThreadId};
use crate::location::{Of, Part, Which};
use crate::step::Verb;
use crate::world::World;
use std::rc::Rc;

/// A stream's state.
#[derive(Debug, Clone, Hash)]
pub struct Output {
    /// Who holds its lock, and how often.
    holder: Part<Option<(ThreadId, u32)>>,
    /// What has been printed; of standard error, nothing is kept.
    text: Part<Rc<str>>,
}

/// What can be done to it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Operation {
    /// Prints this text, when nobody else holds the lock.
    Print {
        stream: Stream,
        text: Rc<str>,
        /// Whether the lock was taken for this, and is let go of with it.
        unlocks: bool,
    },
    Lock(Stream),
    Unlock(Stream),
}

impl Default for Output {
    fn default() -> Output {
        Output { holder: Part::new(Which::Holder, None), text: Part::new(Which::Text, "".into()) }
    }
}

impl Output {
    /// What has been printed, to be shown.
    pub fn printed(&self) -> &Rc<str> {
        self.text.shown()
    }

    fn unlock(&mut self, of: Of<'_>, me: ThreadId) {
        let holder = self.holder.write(of);
        *holder = holder.and_then(|(_, times)| (times > 1).then(|| (me, times - 1)));
    }

    /// Who holds its lock, to be shown.
    pub fn shown_holder(&self) -> Option<ThreadId> {
        self.holder.shown().map(|(holder, _)| holder)
    }
}

impl Operation {
    fn stream(&self) -> Stream {
        match self {
            Operation::Print { stream, .. } | Operation::Lock(stream) | Operation::Unlock(stream) => *stream,
        }
    }

    pub(super) fn choices(&self, world: &World, me: ThreadId) -> Choices {
        let stream = self.stream();
        let holder = world.output(stream).holder.read(world.of(ObjectId::Stream(stream)));
        ordinary_if(holder.is_none_or(|(holder, _)| holder == me))
    }

    pub(super) fn perform(&self, world: &mut World, me: ThreadId) -> Answer {
        let (output, of) = world.output_mut(self.stream());
        match self {
            Operation::Print { stream, text, unlocks } => {
                let printed = output.text.write(of);
                if *stream == Stream::Output {
                    *printed = [printed, &**text].concat().into();
                }
                if *unlocks {
                    output.unlock(of, me);
                }
            }
            Operation::Lock(_) => {
                let holder = output.holder.write(of);
                *holder = Some((me, holder.map_or(0, |(_, times)| times) + 1));
            }
            Operation::Unlock(_) => output.unlock(of, me),
        }
        Answer::Done
    }

    pub(super) fn held_by(&self, world: &World) -> Vec<ThreadId> {
        world.output(self.stream()).shown_holder().into_iter().collect()
    }

    pub(super) fn verb(&self) -> Verb {
        match self {
            Operation::Print { stream: Stream::Output, text, .. } => Verb::Print(text.to_string()),
            Operation::Print { stream: Stream::Error, text, .. } => Verb::PrintError(text.to_string()),
            Operation::Lock(stream) => Verb::LockStream(*stream == Stream::Error),
            Operation::Unlock(stream) => Verb::UnlockStream(*stream == Stream::Error),
        }
    }
}

//! Threads themselves: starting and ending them, waiting for their ends, and the token of `park`.

use super::{Answer, Choices, ordinary_if};
use crate::id::{ObjectId, ThreadId};
use crate::step::Verb;
use crate::world::{NewThread, ScopeId, World};
use report::Choice;
use std::rc::Rc;

/// What can be done by a thread, or to one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Operation {
    /// Starts this thread.
    Spawn(ThreadId, NewThread),
    /// The closure of a scoped thread is at its end and what it gave is gone, but not yet its thread-locals.
    LeaveScope,
    /// The thread ends.
    End,
    /// The thread panics.
    Panic {
        /// Its words.
        message: Rc<str>,
        /// Whether this is also its end, as for [`Operation::End`]: nothing is dropped by it which another thread could
        /// notice.
        ends: bool,
    },
    /// Waits for the end of this thread.
    Join(ThreadId),
    /// Waits for all threads of a scope of the calling thread.
    EndScope(ScopeId),
    /// Asks whether this thread has ended.
    IsFinished(ThreadId),
    /// Waits for the token of the calling thread, and takes it; or for a time only.
    Park {
        /// Whether for a time only.
        in_time: bool,
    },
    /// Gives this thread its token.
    Unpark(ThreadId),
    /// `sleep`, which promises nothing.
    Sleep,
    /// `yield_now` or `spin_loop`.
    Yield(&'static str),
    /// The destructors of the thread-locals are run, or not, of a thread with which the program ends.
    RunDestructors,
    /// Ends the program.
    Exit,
}

impl Operation {
    pub(super) fn choices(&self, world: &World, me: ThreadId) -> Choices {
        let of = |thread: &ThreadId| world.of(ObjectId::Thread(*thread));
        match self {
            // "This function may panic on some platforms if a thread attempts to join itself".
            Operation::Join(other) if *other == me => vec![Choice::Panics],
            Operation::Join(other) => ordinary_if(*world.threads[other].ended.read(of(other))),
            Operation::EndScope(scope) => {
                let mut own = world.threads.iter().filter(|(_, thread)| thread.scope == Some(*scope));
                ordinary_if(own.all(|(id, thread)| *thread.gone.read(of(id))))
            }
            Operation::Park { in_time } => {
                if *in_time || world.has_token(me) {
                    ordinary_if(true)
                } else {
                    vec![Choice::WithoutReason]
                }
            }
            Operation::RunDestructors => vec![Choice::Ordinary, Choice::SkipsDestructors],
            _ => ordinary_if(true),
        }
    }

    pub(super) fn perform(&self, world: &mut World, me: ThreadId, choice: Choice) -> Answer {
        match self {
            Operation::Spawn(child, new_thread) => world.start(me, *child, new_thread),
            Operation::LeaveScope => world.is_gone(me),
            Operation::End | Operation::Panic { ends: true, .. } => world.end(me),
            Operation::IsFinished(other) => {
                let of = world.of(ObjectId::Thread(*other));
                return Answer::Flag(*world.threads[other].finished.read(of));
            }
            Operation::Park { .. } => {
                if choice == Choice::WithoutReason {
                    return Answer::WithoutReason;
                }
                world.take_token(me);
            }
            Operation::Unpark(other) => world.give_token(*other),
            Operation::Join(_) if choice == Choice::Panics => return Answer::Panics,
            Operation::RunDestructors => return Answer::Flag(choice == Choice::Ordinary),
            Operation::Panic { ends: false, .. }
            | Operation::Join(_)
            | Operation::EndScope(_)
            | Operation::Sleep
            | Operation::Yield(_)
            | Operation::Exit => {}
        }
        Answer::Done
    }

    pub(super) fn gives_up(&self, world: &World, me: ThreadId) -> bool {
        *self == Operation::Park { in_time: true } && !*world.threads[&me].token.shown()
    }

    pub(super) fn may_park_within_std(&self) -> bool {
        matches!(self, Operation::Join(_) | Operation::EndScope(_))
    }

    pub(super) fn verb(&self) -> Verb {
        match self {
            Operation::Spawn(child, _) => Verb::Spawn(*child),
            Operation::LeaveScope => Verb::LeaveScope,
            Operation::End => Verb::End,
            Operation::Panic { message, .. } => Verb::Panic(message.to_string()),
            Operation::Join(other) => Verb::Join(*other),
            Operation::EndScope(_) => Verb::EndScope,
            Operation::IsFinished(other) => Verb::IsFinished(*other),
            Operation::Park { .. } => Verb::Park,
            Operation::Unpark(other) => Verb::Unpark(*other),
            Operation::Sleep => Verb::Sleep,
            Operation::Yield("spin_loop") => Verb::SpinLoop,
            Operation::Yield(_) => Verb::YieldNow,
            Operation::RunDestructors => Verb::RunDestructors,
            Operation::Exit => Verb::Exit,
        }
    }
}

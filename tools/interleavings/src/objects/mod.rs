//! What threads share: a room for each kind of object.
//!
//! A room owns the state of its objects, says when an operation can happen and with which choices, and carries it out.
//! What an operation reads and writes follows from that (see [`Part`](crate::Part)).

pub mod atomic;
pub mod barrier;
pub mod channel;
pub mod condvar;
pub mod count;
pub mod mutex;
pub mod once;
pub mod output;
pub mod rwlock;
pub mod thread;

use crate::id::{ObjectId, ThreadId};
use crate::step::Verb;
use crate::world::World;
use report::Choice;
use std::sync::atomic::Ordering;

/// An object that the program has made.
#[derive(Debug, Clone, Hash)]
pub enum Object {
    /// See [`mutex`].
    Mutex(mutex::Mutex),
    /// See [`rwlock`].
    RwLock(rwlock::RwLock),
    /// See [`condvar`].
    Condvar(condvar::Condvar),
    /// See [`channel`].
    Channel(channel::Channel),
    /// See [`barrier`].
    Barrier(barrier::Barrier),
    /// See [`once`].
    Once(once::Once),
    /// See [`atomic`].
    Atomic(atomic::Atomic),
    /// See [`count`].
    Count(count::Count),
}

impl Object {
    /// Its type in the standard library.
    pub fn kind(&self) -> &'static str {
        match self {
            Object::Mutex(_) => "Mutex",
            Object::RwLock(_) => "RwLock",
            Object::Condvar(_) => "Condvar",
            Object::Channel(_) => "channel",
            Object::Barrier(_) => "Barrier",
            Object::Once(_) => "Once",
            Object::Atomic(_) => "atomic",
            Object::Count(_) => "Arc",
        }
    }
}

/// What a thread does in one step.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Operation {
    Thread(thread::Operation),
    Output(output::Operation),
    Mutex(ObjectId, mutex::Operation),
    RwLock(ObjectId, rwlock::Operation),
    Condvar(ObjectId, condvar::Operation),
    Channel(ObjectId, channel::Operation),
    Barrier(ObjectId, barrier::Operation),
    Once(ObjectId, once::Operation),
    Atomic(ObjectId, atomic::Operation),
    /// A fence with this order.
    Fence(Ordering),
    Count(ObjectId, count::Operation),
}

/// What an operation gives to the thread that did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It is done, with no result.
    Done,
    /// Whether it is so.
    Flag(bool),
    /// The lock has been taken.
    Locked {
        /// Whether it is poisoned.
        poisoned: bool,
    },
    /// The lock is held, and has not been taken.
    WouldBlock,
    /// The message with this number has been put in, or taken out.
    Message(u64),
    /// The channel has no room.
    Full,
    /// There is no message, and a sender is left.
    Empty,
    /// The other half of the channel is gone.
    Disconnected,
    /// The time is up.
    TimedOut,
    /// What was waited for has not come, and the wait is over all the same.
    WithoutReason,
    /// The thread waits behind a writer.
    Queued,
    /// The thread is to panic, as the standard library may.
    Panics,
    /// The barrier has not opened yet; this is how often it has opened before.
    Waits(u64),
}

/// The choices for a step if it can happen; empty if it cannot.
pub type Choices = Vec<Choice>;

/// The ordinary choice alone, if it can happen.
pub fn ordinary_if(can: bool) -> Choices {
    if can { vec![Choice::Ordinary] } else { Vec::new() }
}

impl Operation {
    /// The choices that a thread has now if it is about to do this.
    pub fn choices(&self, world: &World, me: ThreadId) -> Choices {
        let mut choices = match self {
            Operation::Thread(operation) => operation.choices(world, me),
            Operation::Output(operation) => operation.choices(world, me),
            Operation::Mutex(id, operation) => operation.choices(world, *id, me),
            Operation::RwLock(id, operation) => operation.choices(world, *id, me),
            Operation::Condvar(id, operation) => operation.choices(world, *id, me),
            Operation::Channel(id, operation) => operation.choices(world, *id),
            Operation::Barrier(id, operation) => operation.choices(world, *id),
            Operation::Once(id, operation) => operation.choices(world, *id, me),
            Operation::Atomic(id, operation) => operation.choices(world, *id, me),
            Operation::Fence(_) | Operation::Count(..) => ordinary_if(true),
        };
        // Where a token would be lost by default, only a program that parks can tell.
        if choices.first() == Some(&Choice::Ordinary) && self.may_park_within_std() && world.has_token(me) {
            choices.push(Choice::TakesToken);
        }
        choices
    }

    /// For each of these choices the values that the step is about, where memory gives a choice.
    pub fn values(&self, world: &World, choices: &[Choice]) -> Vec<(Choice, atomic::Values)> {
        let Operation::Atomic(id, operation) = self else { return Vec::new() };
        let values = |choice: &Choice| Some((*choice, operation.values(world, *id, *choice)?));
        choices.iter().filter_map(values).collect()
    }

    /// Does it.
    pub fn perform(&self, world: &mut World, me: ThreadId, choice: Choice) -> Answer {
        if choice == Choice::TakesToken {
            world.take_token(me);
        }
        match self {
            Operation::Thread(operation) => operation.perform(world, me, choice),
            Operation::Output(operation) => operation.perform(world, me),
            Operation::Mutex(id, operation) => operation.perform(world, *id, me, choice),
            Operation::RwLock(id, operation) => operation.perform(world, *id, me, choice),
            Operation::Condvar(id, operation) => operation.perform(world, *id, me, choice),
            Operation::Channel(id, operation) => operation.perform(world, *id),
            Operation::Barrier(id, operation) => operation.perform(world, *id),
            Operation::Once(id, operation) => operation.perform(world, *id, me, choice),
            Operation::Fence(order) => {
                world.past.fence(me, *order);
                Answer::Done
            }
            // What they do is done in the program's memory.
            Operation::Atomic(..) | Operation::Count(..) => Answer::Done,
        }
    }

    /// What others can notice of a thread as soon as it is about to do this.
    pub fn announce(&self, world: &mut World, me: ThreadId) {
        if let Operation::RwLock(id, operation) = self {
            operation.announce(world, *id, me);
        }
    }

    /// The word for it, and what else a report says about it.
    pub fn verb(&self) -> Verb {
        match self {
            Operation::Thread(operation) => operation.verb(),
            Operation::Output(operation) => operation.verb(),
            Operation::Mutex(_, operation) => operation.verb(),
            Operation::RwLock(_, operation) => operation.verb(),
            Operation::Condvar(_, operation) => operation.verb(),
            Operation::Channel(_, operation) => operation.verb(),
            Operation::Barrier(_, operation) => operation.verb(),
            Operation::Once(_, operation) => operation.verb(),
            Operation::Atomic(_, operation) => operation.verb(),
            Operation::Fence(_) => Verb::Fence,
            Operation::Count(_, operation) => operation.verb(),
        }
    }

    /// The object that the program has made and that it is about.
    pub fn object(&self) -> Option<ObjectId> {
        match self {
            Operation::Thread(_) | Operation::Output(_) | Operation::Fence(_) => None,
            Operation::Mutex(id, _)
            | Operation::RwLock(id, _)
            | Operation::Condvar(id, _)
            | Operation::Channel(id, _)
            | Operation::Barrier(id, _)
            | Operation::Once(id, _)
            | Operation::Atomic(id, _)
            | Operation::Count(id, _) => Some(*id),
        }
    }

    /// Whether it would give up waiting, if it happened now.
    pub fn gives_up(&self, world: &World, me: ThreadId) -> bool {
        match self {
            Operation::Thread(operation) => operation.gives_up(world, me),
            Operation::Condvar(id, operation) => operation.gives_up(world, *id, me),
            Operation::Channel(id, operation) => operation.gives_up(world, *id),
            _ => false,
        }
    }

    /// The threads that have what it waits for, where someone has it; for those who are shown it.
    pub fn held_by(&self, world: &World) -> Vec<ThreadId> {
        match self {
            Operation::Mutex(id, _) => world.mutex(*id).holders(),
            Operation::RwLock(id, operation) => operation.held_by(world, *id),
            Operation::Condvar(_, operation) => operation.held_by(world),
            Operation::Once(id, _) => world.once(*id).holders(),
            Operation::Output(operation) => operation.held_by(world),
            _ => Vec::new(),
        }
    }

    /// Whether it may find nothing without that ordering anything: who looks has not been told by anyone who changes
    /// it.
    pub fn only_looks(&self) -> bool {
        match self {
            Operation::Thread(operation) => {
                matches!(operation, thread::Operation::IsFinished(_) | thread::Operation::Park { in_time: true })
            }
            Operation::Mutex(_, operation) => {
                matches!(operation, mutex::Operation::TryLock | mutex::Operation::IsPoisoned)
            }
            Operation::RwLock(_, operation) => operation.only_looks(),
            Operation::Condvar(_, operation) => matches!(operation, condvar::Operation::WakeUp { in_time: true, .. }),
            Operation::Channel(_, operation) => operation.only_looks(),
            Operation::Once(_, operation) => matches!(operation, once::Operation::IsCompleted),
            Operation::Count(_, operation) => matches!(operation, count::Operation::Load | count::Operation::Exchange),
            Operation::Output(_) | Operation::Barrier(..) | Operation::Atomic(..) | Operation::Fence(_) => false,
        }
    }

    /// Whether this answer tells the thread of something that another one has done, without putting that before what it does
    /// next. A call that only looks may do so with any answer.
    pub fn tells_unordered(&self, world: &World, answer: Answer) -> bool {
        match self {
            Operation::Channel(id, operation) => operation.tells_unordered(world.channel(*id), answer),
            // Who has notified it need not have had the lock. But then `wait` may also have returned without a reason, and
            // the notification have come while nobody waited: an order of steps leads to what an old value would show.
            Operation::Condvar(..) => false,
            _ => false,
        }
    }

    /// Whether std may park the thread while it does this, and so take a token that was meant for someone else: what
    /// blocks, or may block. std's documentation of `park` warns of it, and names `println` among them.
    fn may_park_within_std(&self) -> bool {
        match self {
            Operation::Thread(operation) => operation.may_park_within_std(),
            Operation::Output(_) => true,
            Operation::Mutex(_, operation) => *operation == mutex::Operation::Lock,
            Operation::RwLock(_, operation) => operation.may_block(),
            Operation::Condvar(_, operation) => matches!(operation, condvar::Operation::WakeUp { .. }),
            Operation::Channel(_, operation) => operation.may_block(),
            Operation::Barrier(..) => true,
            Operation::Once(_, operation) => operation.may_block(),
            Operation::Atomic(..) | Operation::Fence(_) | Operation::Count(..) => false,
        }
    }

    /// Whether nothing is done by it but to let others go: where a thread comes back to a state that it has been in
    /// without another thread having done anything, this is the step that is taken to wait.
    pub fn lets_others_go(&self) -> bool {
        matches!(self, Operation::Thread(thread::Operation::Yield(_) | thread::Operation::Sleep))
    }
}

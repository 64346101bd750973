//! A `Condvar`: which threads wait, and which notifications have been given but not taken.
//!
//! Which thread `notify_one` wakes is not decided when it is called. The notification is for all threads that wait at
//! that moment, and one of them takes it. Nothing can tell the difference: until then those threads do nothing.
//!
//! A wait with a limit is one step too: where the thread has been notified it wakes up for that, and otherwise its time
//! is up. If a notification is for either of two threads and one of them has a limit, its time is not up. That loses
//! nothing: if the other one is notified, the first can as well have given up before, when nobody had been notified.

use super::{Answer, Choices, ordinary_if};
use crate::id::{ObjectId, ThreadId};
use crate::location::{Part, Which};
use crate::step::Verb;
use crate::world::World;
use report::Choice;

/// Its state.
#[derive(Debug, Clone, Hash)]
pub struct Condvar {
    queue: Part<Queue>,
}

#[derive(Debug, Clone, Default, Hash)]
struct Queue {
    /// Who waits and has not been notified together with all others.
    waiting: Vec<ThreadId>,
    /// For each notification of one that nobody has taken yet: who was waiting at the time.
    given: Vec<Vec<ThreadId>>,
    /// Who has been notified together with all others.
    woken: Vec<ThreadId>,
}

/// What can be done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Operation {
    /// Lets go of the lock and waits to be notified.
    Wait {
        mutex: ObjectId,
        /// Whether the thread has begun to panic while it held the lock.
        poisons: bool,
    },
    /// Has been notified, and takes the lock again.
    WakeUp {
        mutex: ObjectId,
        /// Whether it waits for a time only.
        in_time: bool,
    },
    NotifyOne,
    NotifyAll,
}

impl Default for Condvar {
    fn default() -> Condvar {
        Condvar { queue: Part::new(Which::Whole, Queue::default()) }
    }
}

impl Queue {
    fn is_notified(&self, thread: ThreadId) -> bool {
        self.woken.contains(&thread) || self.given.iter().any(|to| to.contains(&thread))
    }

    /// Has a thread take the notification that it has.
    fn take(&mut self, thread: ThreadId) {
        match self.woken.iter().position(|&woken| woken == thread) {
            Some(own) => drop(self.woken.remove(own)),
            None => {
                if let Some(own) = self.given.iter().position(|to| to.contains(&thread)) {
                    self.given.remove(own);
                }
            }
        }
        self.leave(thread);
    }

    /// Stops a thread's wait. What is left can be taken only by those that still wait.
    fn leave(&mut self, thread: ThreadId) {
        self.given.iter_mut().for_each(|to| to.retain(|&other| other != thread));
        self.given.retain(|to| !to.is_empty());
        self.waiting.retain(|&other| other != thread);
    }

    /// As many as wait can be woken, and none twice.
    fn notify_one(&mut self) {
        let free: Vec<ThreadId> = self.waiting.iter().copied().filter(|thread| !self.woken.contains(thread)).collect();
        if self.given.len() < free.len() {
            self.given.push(free);
        }
    }

    fn notify_all(&mut self) {
        self.woken.clone_from(&self.waiting);
        self.woken.sort();
        self.given.clear();
    }
}

impl Operation {
    pub(super) fn choices(self, world: &World, id: ObjectId, me: ThreadId) -> Choices {
        let Operation::WakeUp { mutex, in_time } = self else { return ordinary_if(true) };
        let queue = world.condvar(id).queue.read(world.of(id));
        if queue.is_notified(me) {
            return ordinary_if(world.mutex(mutex).is_free(world.of(mutex)));
        }
        if in_time { vec![Choice::Ordinary, Choice::WithoutReason] } else { vec![Choice::WithoutReason] }
    }

    pub(super) fn perform(self, world: &mut World, id: ObjectId, me: ThreadId, choice: Choice) -> Answer {
        match self {
            Operation::Wait { mutex, poisons } => {
                let (condvar, of) = world.condvar_mut(id);
                let queue = condvar.queue.write(of);
                queue.waiting.push(me);
                queue.waiting.sort();
                let (mutex, of) = world.mutex_mut(mutex);
                mutex.release(of, poisons);
                Answer::Done
            }
            Operation::WakeUp { mutex, .. } => {
                let (condvar, of) = world.condvar_mut(id);
                let queue = condvar.queue.write(of);
                if !queue.is_notified(me) || choice == Choice::WithoutReason {
                    queue.leave(me);
                    return if choice == Choice::WithoutReason { Answer::WithoutReason } else { Answer::TimedOut };
                }
                queue.take(me);
                let (mutex, of) = world.mutex_mut(mutex);
                mutex.take(of, me)
            }
            Operation::NotifyOne | Operation::NotifyAll => {
                let (condvar, of) = world.condvar_mut(id);
                let queue = condvar.queue.write(of);
                if self == Operation::NotifyOne {
                    queue.notify_one()
                } else {
                    queue.notify_all()
                }
                Answer::Done
            }
        }
    }

    pub(super) fn gives_up(self, world: &World, id: ObjectId, me: ThreadId) -> bool {
        matches!(self, Operation::WakeUp { in_time: true, .. }) && !world.condvar(id).queue.shown().is_notified(me)
    }

    pub(super) fn held_by(self, world: &World) -> Vec<ThreadId> {
        match self {
            Operation::WakeUp { mutex, .. } => world.mutex(mutex).holders(),
            _ => Vec::new(),
        }
    }

    pub(super) fn verb(self) -> Verb {
        match self {
            Operation::Wait { .. } => Verb::Wait,
            Operation::WakeUp { .. } => Verb::WakeUp,
            Operation::NotifyOne => Verb::NotifyOne,
            Operation::NotifyAll => Verb::NotifyAll,
        }
    }
}

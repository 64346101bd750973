//! What a thread does in one turn: a step, with the objects it is about and what it has to wait for.

use crate::world::{ObjectId, SenderId, ThreadId};

/// One step of a thread: it happens at once, and nothing of another thread happens within it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Step {
    /// What it does.
    pub verb: Verb,
    /// What it does it to, if that is something that threads share.
    pub object: Option<ObjectId>,
    /// What else it is about: a wait on a condition also lets go of a lock, and a scope waits for all its threads.
    pub also: Vec<ObjectId>,
    /// What must hold before it can happen.
    pub wait: Wait,
    /// When it can happen without that, as its time is up; none if it waits for as long as it takes.
    pub timeout: Option<Wait>,
    /// The line of the program, counted from 1; 0 where no line says it, as for the end of a thread.
    pub line: u32,
}

impl Step {
    /// A step with something that threads share.
    pub fn with(verb: Verb, object: ObjectId, line: u32) -> Step {
        Step { object: Some(object), ..Step::alone(verb, line) }
    }

    /// A step that is about nothing of the kind.
    pub fn alone(verb: Verb, line: u32) -> Step {
        Step { verb, object: None, also: Vec::new(), wait: Wait::Nothing, timeout: None, line }
    }

    /// The same step, which can only happen when this holds.
    pub fn when(self, wait: Wait) -> Step {
        Step { wait, ..self }
    }

    /// The same step, which can also happen when this holds, and then gives up what it waits for.
    pub fn or_times_out_when(self, timeout: Wait) -> Step {
        Step { timeout: Some(timeout), ..self }
    }

    /// The same step, which is about this as well.
    pub fn and(mut self, object: ObjectId) -> Step {
        self.also.push(object);
        self
    }

    /// All it is about.
    pub fn objects(&self) -> impl Iterator<Item = ObjectId> {
        self.object.into_iter().chain(self.also.iter().copied())
    }
}

/// What a step has to wait for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Wait {
    /// It can always happen.
    Nothing,
    /// Nobody holds this mutex.
    Unlocked(ObjectId),
    /// Nobody writes to this RwLock.
    NoWriter(ObjectId),
    /// Nobody reads from this RwLock or writes to it.
    NoReaderNoWriter(ObjectId),
    /// These threads have ended.
    Ended(Vec<ThreadId>),
    /// This thread has been given its token.
    Token(ThreadId),
    /// There is a message in this channel, or no sender is left.
    Message(ObjectId),
    /// There is room in this channel, or its receiver is gone.
    Room(ObjectId),
    /// This message has been taken out of the channel, or its receiver is gone.
    Taken(ObjectId, u64),
    /// This thread has been notified on this condition, and nobody holds this mutex.
    Notified(ThreadId, ObjectId, ObjectId),
    /// This barrier has opened more often than that.
    Opened(ObjectId, u64),
    /// Nobody is in the middle of initialising this.
    Initialised(ObjectId),
    /// Something that this thread has touched since it yielded last, or its time was up, has been changed by another one;
    /// or nobody else can go on.
    News(ThreadId),
}

/// What a step does.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Verb {
    /// Starts this thread.
    Spawn(ThreadId),
    /// The thread ends.
    End,
    /// The thread panics, with this message. Where nothing is dropped by that which another thread could notice, this is
    /// also its end.
    Panic(String),
    /// Waits for the end of this thread.
    Join(ThreadId),
    /// Waits for the end of all threads of a scope.
    JoinScope,
    /// Prints this text.
    Print(String),
    /// Prints this text to standard error.
    PrintError(String),
    /// Ends the program.
    Exit,
    IsFinished,
    Park,
    Unpark,
    /// `sleep`, which promises nothing.
    Sleep,
    /// `yield_now` or `spin_loop`.
    Yield(&'static str),
    Lock,
    TryLock,
    Unlock,
    IsPoisoned,
    ClearPoison,
    Read,
    TryRead,
    /// The guard of a reader is dropped.
    EndRead,
    Write,
    TryWrite,
    /// The guard of a writer is dropped.
    EndWrite,
    Downgrade,
    /// Lets go of the lock and waits to be notified.
    Wait,
    /// Has been notified, and takes the lock again.
    WakeUp,
    NotifyOne,
    NotifyAll,
    /// Arrives at a barrier.
    Arrive,
    /// Goes on, as the barrier has opened.
    GoOn,
    CallOnce,
    /// The closure of a `call_once` has ended.
    EndOnce,
    IsCompleted,
    Send,
    TrySend,
    /// Holds a message out, over a channel without room.
    Offer,
    /// The message held out has been taken.
    HandedOver,
    Recv,
    TryRecv,
    /// A sender is dropped: this one of the channel's.
    DropSender(SenderId),
    DropReceiver,
    /// Looks at an atomic.
    Load,
    /// Changes an atomic, by the operation of this name.
    Change(&'static str),
}

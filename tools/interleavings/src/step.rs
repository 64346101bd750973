//! What a thread does in one turn: a step, with the objects it touches and what it has to wait for.

use crate::world::{ObjectId, ThreadId};

/// One step of a thread: it happens at once, and nothing of another thread happens within it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Step {
    /// What it does.
    pub verb: Verb,
    /// What it does it to, if that is one of the objects that threads share.
    pub object: Option<ObjectId>,
    /// Further objects that it changes or looks at: a wait on a condition also lets go of the lock.
    pub also: Vec<ObjectId>,
    /// Whether two such steps on the same objects could as well change places.
    pub access: Access,
    /// What must hold before it can happen.
    pub wait: Wait,
    /// The line of the program, counted from 1.
    pub line: u32,
}

impl Step {
    /// A step that changes an object.
    pub fn change(verb: Verb, object: ObjectId, line: u32) -> Step {
        Step { verb, object: Some(object), also: Vec::new(), access: Access::Change, wait: Wait::Nothing, line }
    }

    /// A step that only looks at an object.
    pub fn look(verb: Verb, object: ObjectId, line: u32) -> Step {
        Step { access: Access::Look, ..Step::change(verb, object, line) }
    }

    /// A step that no other thread can notice.
    pub fn alone(verb: Verb, line: u32) -> Step {
        Step { verb, object: None, also: Vec::new(), access: Access::Look, wait: Wait::Nothing, line }
    }

    /// The same step, which can only happen when this holds.
    pub fn when(self, wait: Wait) -> Step {
        Step { wait, ..self }
    }

    /// The same step, which touches this as well.
    pub fn and(mut self, object: ObjectId) -> Step {
        self.also.push(object);
        self
    }

    /// All objects it touches.
    pub fn objects(&self) -> impl Iterator<Item = ObjectId> {
        self.object.into_iter().chain(self.also.iter().copied())
    }
}

/// Whether a step changes its objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// It only looks: two such steps, one after the other, can change places.
    Look,
    /// It changes them.
    Change,
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
    /// This thread has ended.
    Ended(ThreadId),
    /// All these threads have ended.
    AllEnded(Vec<ThreadId>),
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
    /// This barrier has opened since then: it has opened more often than that.
    Opened(ObjectId, u64),
    /// Nobody else is in the middle of initialising this.
    Initialised(ObjectId),
    /// Another thread has done something since: how many steps had happened when this thread last looked.
    Progress(u64),
}

/// What a step does. The word for it is what a reader is shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verb {
    /// Starts another thread, the next of its children.
    Spawn(ThreadId),
    /// The thread ends.
    End,
    /// The thread ends by a panic that nobody has caught, with this message.
    Panic(String),
    /// Waits for the end of another thread.
    Join(ThreadId),
    /// Waits for the end of all threads of a scope.
    JoinScope,
    /// Prints this text.
    Print(String),
    /// Prints this text to standard error.
    PrintError(String),
    /// Any other operation, by its name in the standard library, and what came of it is not known before.
    Do(&'static str),
}

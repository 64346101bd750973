//! How threads and objects are identified, in the same way in every schedule.

use crate::memory::Place;

/// A thread, by its ancestry: eight bits for each generation, so that a thread's id does not depend on the order in
/// which threads were started.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ThreadId(u128);

impl ThreadId {
    /// The thread of `main`.
    pub const MAIN: ThreadId = ThreadId(0);
    /// How many threads one thread can start.
    pub const MOST_CHILDREN: usize = 254;
    /// How many generations there can be below `main`.
    pub const MOST_GENERATIONS: usize = 15;

    /// The thread that this one starts as its `nth`, counted from 0; none where there are too many to tell them apart:
    /// more than [`ThreadId::MOST_CHILDREN`] of one thread, or more than [`ThreadId::MOST_GENERATIONS`].
    pub fn child(self, nth: usize) -> Option<ThreadId> {
        let generations = 1 << (8 * ThreadId::MOST_GENERATIONS - 8);
        (self.0 < generations && nth < ThreadId::MOST_CHILDREN).then(|| ThreadId((self.0 << 8) | (nth as u128 + 1)))
    }
}

/// A sender of a channel: which thread made it, and how many that thread had cloned before. So it is the same in
/// whichever order threads clone, which is no step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SenderId(pub ThreadId, pub u32);

/// What threads share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ObjectId {
    /// A thread itself, which others wait for and wake.
    Thread(ThreadId),
    /// A standard stream, which all threads print to.
    Stream(Stream),
    /// An object that the program has made.
    Made {
        /// The line of the program on which it was made, counted from 1.
        line: u32,
        /// The column, counted from 1.
        column: u32,
        /// Where it was when it was used first.
        at: Place,
        /// How many have been there before it.
        nth: u32,
    },
}

/// A standard stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stream {
    /// Standard output, which is part of an outcome.
    Output,
    /// Standard error, which is not.
    Error,
}

//! A step: what a thread does in one turn, and on which line.

use crate::id::ThreadId;
use crate::objects::Operation;

/// What a step does, with threads known by their ids.
pub type Verb<T = ThreadId> = report::Verb<T>;

/// One step of a thread: it happens at once, and nothing of another thread happens within it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Step {
    /// What it does.
    pub operation: Operation,
    /// The line of the program, counted from 1; 0 where no line says it, as for the end of a thread.
    pub line: u32,
}

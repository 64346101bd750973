//! Undefined behaviour that a schedule leads to, in the form that evidence has it.

use serde::{Deserialize, Serialize};

/// Undefined behaviour: its kind, who does it, and who did the earlier thing that makes it undefined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undefined(
    /// What kind of thing it is.
    pub UndefinedKind,
    /// The access that is undefined.
    pub Who,
    /// What made it undefined, if anything did: the other access of a race, or the one that freed the memory.
    pub Option<Who>,
);

/// A kind of undefined behaviour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UndefinedKind {
    /// A data race: two accesses to the same memory, one of which writes, and nothing orders them.
    Race,
    /// An access to memory that has been freed.
    UseAfterFree,
    /// Memory allocated once is freed twice.
    DoubleFree,
    /// A read of memory in which nothing has been written.
    NeverWritten,
    /// An access to the stack of a function that has returned.
    Returned,
}

impl UndefinedKind {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            UndefinedKind::Race => "data race",
            UndefinedKind::UseAfterFree => "use after free",
            UndefinedKind::DoubleFree => "double free",
            UndefinedKind::NeverWritten => "read of memory never written",
            UndefinedKind::Returned => "use of a variable that is gone",
        }
    }
}

/// Who does something to memory: thread, line, what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who(
    /// The thread.
    pub usize,
    /// The line, counted from 1; 0 where no line says it.
    pub usize,
    /// What it does.
    pub Does,
);

/// What is done to memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Does {
    Reads,
    Writes,
    Frees,
    ReadsAtomically,
    WritesAtomically,
}

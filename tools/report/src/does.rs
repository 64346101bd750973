//! What an access does to memory.

use serde::{Deserialize, Serialize};

/// What is done to memory. An access to an atomic races with one that is not atomic, and with no other of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Does {
    Reads,
    Writes,
    Frees,
    ReadsAtomically,
    WritesAtomically,
}

impl Does {
    /// Whether what was there is another thing afterwards.
    pub fn writes(self) -> bool {
        !matches!(self, Does::Reads | Does::ReadsAtomically)
    }

    /// Whether it is an access of an atomic.
    pub fn is_atomic(self) -> bool {
        matches!(self, Does::ReadsAtomically | Does::WritesAtomically)
    }
}

//! What an access does to memory.

use serde::{Deserialize, Serialize};

/// What is done to memory. An atomic access races with non-atomic accesses, never with another atomic one.
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
    /// Whether it changes what was there.
    pub fn writes(self) -> bool {
        !matches!(self, Does::Reads | Does::ReadsAtomically)
    }

    /// Whether it is an atomic access.
    pub fn is_atomic(self) -> bool {
        matches!(self, Does::ReadsAtomically | Does::WritesAtomically)
    }
}

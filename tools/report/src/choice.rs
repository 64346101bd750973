//! What one step of a thread leaves open: where std permits more than one thing, the search tries each.

use serde::{Deserialize, Serialize};

/// The end of the message with which the model of std panics where std may panic instead of waiting for the calling
/// thread. Std's own message is different, and it promises none.
pub const NOT_STDS_WORDS: &str = " would wait for its own thread";

/// Which of the permitted things a step does.
///
/// The *ordinary* one is what normally happens. Each of the others is one that std's documentation permits, though its
/// implementation may never do it, or hardly ever. An outcome to which none but schedules with such a choice lead is
/// told together with it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// What normally happens.
    #[default]
    Ordinary,
    /// A wait returns though nobody has notified the thread (a spurious wakeup), or a weak exchange fails though the
    /// value is the expected one.
    WithoutReason,
    /// A blocking call of std may itself park the thread, and so take the token that was meant for `park`.
    TakesToken,
    /// A lock may keep readers out, or fail those that only try, while a writer waits.
    BehindWriter,
    /// A call that would wait for the calling thread itself may panic instead.
    Panics,
    /// The destructors of the main thread's thread-locals need not run.
    SkipsDestructors,
    /// A load, or a read-modify-write, reads not the newest write to its atomic but one that is this many places older
    /// in the modification order.
    ReadsOld(u16),
    /// A weak exchange reads a write that is this many places older than the newest, and fails though its value is the
    /// expected one.
    FailsOld(u16),
    /// A store takes a place in the modification order before this many writes that have already been made.
    WritesBefore(u16),
}

impl Choice {
    /// Whether it is the ordinary one.
    pub fn is_ordinary(self) -> bool {
        self == Choice::Ordinary
    }

    /// Whether memory permits it but no order of steps explains it.
    pub fn is_weak(self) -> bool {
        self.back() > 0
    }

    /// How many places before the newest write of an atomic the access is at.
    pub fn back(self) -> usize {
        match self {
            Choice::ReadsOld(back) | Choice::FailsOld(back) | Choice::WritesBefore(back) => back.into(),
            _ => 0,
        }
    }
}

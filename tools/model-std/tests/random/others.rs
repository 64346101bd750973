//! What two other explorers, loom and shuttle, have in common: both end at the first deadlock that
//! they find, and then have not seen all texts.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

/// What a program can come to: its texts, and whether it can deadlock.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    pub texts: BTreeSet<String>,
    pub deadlock: bool,
    /// What else the explorer says of it.
    pub complaint: Option<String>,
}

/// Runs a search, which notes the texts and ends by a panic at the first deadlock.
pub fn collect(search: impl FnOnce(Arc<Mutex<BTreeSet<String>>>)) -> Found {
    let texts = Arc::new(Mutex::new(BTreeSet::new()));
    let panicked = catch_unwind(AssertUnwindSafe(|| search(Arc::clone(&texts)))).err();
    let words = panicked.map(|payload| payload.downcast_ref::<String>().cloned().unwrap_or_default());
    let texts = texts.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let (deadlock, complaint) = match words {
        Some(words) if words.contains("deadlock") => (true, None),
        words => (false, words),
    };
    Found { texts, deadlock, complaint }
}

/// What a library lacks, or has otherwise: programs that use it are not given to it.
macro_rules! lacks {
    ($($name:ident($($argument:ident: $t:ty),*) -> $gives:ty;)*) => {$(
        pub fn $name($(_: $t),*) -> $gives {
            unreachable!("it has no such thing")
        }
    )*};
}
pub(crate) use lacks;

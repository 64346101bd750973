//! What two other explorers, loom and shuttle, have in common: both end at the first deadlock that
//! they find, and then have not seen all texts.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

/// What a program can come to: its texts, and why the search has stopped before it had seen all, if so. A deadlock is the
/// reason; what a thread then drops may be another one.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    pub texts: BTreeSet<String>,
    pub stopped: Option<String>,
}

/// Runs a search, which notes the texts and ends by a panic at the first deadlock.
pub fn collect(search: impl FnOnce(Arc<Mutex<BTreeSet<String>>>)) -> Found {
    let texts = Arc::new(Mutex::new(BTreeSet::new()));
    let panicked = catch_unwind(AssertUnwindSafe(|| search(Arc::clone(&texts)))).err();
    let words = panicked.map(|payload| payload.downcast_ref::<String>().cloned().unwrap_or_default());
    let texts = texts.lock().unwrap_or_else(PoisonError::into_inner).clone();
    Found { texts, stopped: words }
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

//! What libraries have in common that a program is run against; and what loom and shuttle have: both end at the first
//! deadlock that they find, and then have not seen all texts.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, LockResult, Mutex, PoisonError};

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

/// What a program has printed.
pub type Output = Arc<Mutex<String>>;

pub fn print(output: &Output, text: &str) {
    output.lock().unwrap().push_str(text);
}

/// What was behind a lock, and whether that is poisoned.
pub fn parts<T>(result: LockResult<T>) -> (T, bool) {
    match result {
        Ok(value) => (value, false),
        Err(error) => (error.into_inner(), true),
    }
}

/// What std and its look-alike have, and not each explorer.
macro_rules! has {
    () => {
        pub fn downgrade<'a>(guard: RwLockWriteGuard<'a, i64>) -> RwLockReadGuard<'a, i64> {
            RwLockWriteGuard::downgrade(guard)
        }

        pub fn is_poisoned(mutex: &Mutex<i64>) -> bool {
            mutex.is_poisoned()
        }

        pub fn is_rwlock_poisoned(rwlock: &RwLock<i64>) -> bool {
            rwlock.is_poisoned()
        }

        pub fn clear_poison(mutex: &Mutex<i64>) {
            mutex.clear_poison();
        }

        pub fn clear_rwlock_poison(rwlock: &RwLock<i64>) {
            rwlock.clear_poison();
        }

        pub fn is_finished(handle: &thread::JoinHandle<()>) -> bool {
            handle.is_finished()
        }
    };
}
pub(crate) use has;

/// The same for an explorer that lacks it, or has it otherwise: programs that use it are not given to it.
macro_rules! lacks {
    () => {
        pub fn begin_thread(_: usize) {}

        pub fn pause() {}

        crate::others::lacks! {
            number_of_thread() -> usize;
            use_local(output: &Output) -> ();
            downgrade(guard: RwLockWriteGuard<'_, i64>) -> RwLockReadGuard<'_, i64>;
            is_poisoned(mutex: &Mutex<i64>) -> bool;
            is_rwlock_poisoned(rwlock: &RwLock<i64>) -> bool;
            clear_poison(mutex: &Mutex<i64>) -> ();
            clear_rwlock_poison(rwlock: &RwLock<i64>) -> ();
            is_finished(handle: &thread::JoinHandle<()>) -> bool;
        }
    };
    ($($name:ident($($argument:ident: $t:ty),*) -> $gives:ty;)*) => {$(
        pub fn $name($(_: $t),*) -> $gives {
            unreachable!("it has no such thing")
        }
    )*};
}
pub(crate) use lacks;

//! Runs a program under shuttle, as far as it has what the program uses.

#[path = "interpret.rs"]
#[allow(clippy::duplicate_mod, reason = "it is compiled against each library")]
mod interpret;

use crate::others::{Found, collect};
use crate::program::Program;
use std::sync::Arc;

/// What it finds.
pub fn found(program: &Program) -> Found {
    let program = Arc::new(program.clone());
    collect(|texts| {
        shuttle::check_dfs(
            move || {
                let output = lib::Output::default();
                interpret::main(Arc::clone(&program), Arc::clone(&output));
                texts.lock().unwrap().insert(output.lock().unwrap().clone());
            },
            None,
        );
    })
}

/// What `interpret.rs` calls the library.
mod lib {
    pub use shuttle::sync::atomic::AtomicI64;
    pub use shuttle::sync::{Barrier, Condvar, Mutex, MutexGuard, Once, RwLock, RwLockReadGuard, RwLockWriteGuard};
    pub use shuttle::thread;
    pub use std::sync::Arc;
    use std::sync::LockResult;

    pub mod mpsc {
        pub use shuttle::sync::mpsc::{
            Receiver, RecvTimeoutError, Sender, SyncSender, TryRecvError, TrySendError, channel, sync_channel,
        };
    }

    pub type Output = Arc<std::sync::Mutex<String>>;

    pub fn begin_thread(_: usize) {}

    pub fn pause() {}

    pub fn print(output: &Output, text: &str) {
        output.lock().unwrap().push_str(text);
    }

    pub fn parts<T>(result: LockResult<T>) -> (T, bool) {
        match result {
            Ok(value) => (value, false),
            Err(error) => (error.into_inner(), true),
        }
    }

    crate::others::lacks! {
        number_of_thread() -> usize;
        is_poisoned(mutex: &Mutex<i64>) -> bool;
        is_rwlock_poisoned(rwlock: &RwLock<i64>) -> bool;
        clear_poison(mutex: &Mutex<i64>) -> ();
        clear_rwlock_poison(rwlock: &RwLock<i64>) -> ();
        is_finished(handle: &thread::JoinHandle<()>) -> bool;
    }

    pub fn downgrade<'a>(_: RwLockWriteGuard<'a, i64>) -> RwLockReadGuard<'a, i64> {
        unreachable!("it has no such thing")
    }
}

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

    pub mod mpsc {
        pub use shuttle::sync::mpsc::{
            Receiver, RecvTimeoutError, Sender, SyncSender, TryRecvError, TrySendError, channel, sync_channel,
        };
    }

    pub use crate::others::{Output, parts, print};

    crate::others::lacks!();
}

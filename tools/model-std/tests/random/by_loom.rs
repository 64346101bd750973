//! Runs a program under loom, as far as it has what the program uses.

#[path = "interpret.rs"]
#[allow(clippy::duplicate_mod, reason = "it is compiled against each library")]
mod interpret;

use crate::others::{Found, collect};
use crate::program::Program;
use std::sync::Arc;

/// What it finds.
pub fn found(program: &Program) -> Found {
    let program = Arc::new(program.clone());
    let mut builder = loom::model::Builder::new();
    builder.max_branches = 10_000;
    collect(|texts| {
        builder.check(move || {
            let output = lib::Output::default();
            interpret::main(Arc::clone(&program), Arc::clone(&output));
            texts.lock().unwrap().insert(output.lock().unwrap().clone());
        });
    })
}

/// What `interpret.rs` calls the library.
mod lib {
    pub use loom::sync::atomic::AtomicI64;
    pub use loom::sync::{Condvar, Mutex, MutexGuard, RwLock, RwLockReadGuard, RwLockWriteGuard};
    pub use std::sync::{Arc, Barrier, Once};

    pub mod mpsc {
        pub use loom::sync::mpsc::{Receiver, Sender, channel};
        pub use std::sync::mpsc::{RecvTimeoutError, SyncSender, TryRecvError, TrySendError};

        pub fn sync_channel<T>(_: usize) -> (SyncSender<T>, Receiver<T>) {
            unreachable!("loom has none")
        }
    }

    pub mod thread {
        pub use loom::thread::{JoinHandle, Thread, current, park, spawn, yield_now};
        use std::marker::PhantomData;

        pub struct Scope<'scope, 'env>(PhantomData<(&'scope (), &'env ())>);

        pub struct ScopedJoinHandle<'scope, T>(PhantomData<(&'scope (), T)>);

        pub fn scope<'env, F>(_: F)
        where
            F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>),
        {
            unreachable!("loom has none")
        }

        impl<'scope> Scope<'scope, '_> {
            pub fn spawn<F: FnOnce()>(&'scope self, _: F) -> ScopedJoinHandle<'scope, ()> {
                unreachable!("loom has none")
            }
        }

        impl ScopedJoinHandle<'_, ()> {
            pub fn join(self) -> std::thread::Result<()> {
                unreachable!("loom has none")
            }

            pub fn thread(&self) -> &Thread {
                unreachable!("loom has none")
            }

            pub fn is_finished(&self) -> bool {
                unreachable!("loom has none")
            }
        }

        pub fn park_timeout(_: std::time::Duration) {
            unreachable!("loom has none")
        }
    }

    pub use crate::others::{Output, parts, print};

    crate::others::lacks!();
}

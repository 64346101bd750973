//! As `std::sync`.

pub use std::sync::*;

pub mod atomic;
mod barrier;
mod condvar;
mod guard;
mod lock;
pub mod mpsc;
mod mutex;
mod once;
mod results;
mod rwlock;

pub use barrier::Barrier;
pub use condvar::Condvar;
pub use mutex::{Mutex, MutexGuard};
pub use once::{LazyLock, Once, OnceLock};
pub use rwlock::{RwLock, RwLockReadGuard, RwLockWriteGuard};

//! As `std::sync::Mutex`.

use super::guard::{exclusive_guard, guard};
use super::lock::lock;
use super::results::{result, try_result};
use crate::pace::pause;
use crate::waiting::waiting;
use std::sync::{LockResult, TryLockResult};

lock!(Mutex);
guard!(MutexGuard, "if unused the Mutex will immediately unlock");
exclusive_guard!(MutexGuard);

impl<T: ?Sized> Mutex<T> {
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        pause();
        result(waiting(|| self.0.lock()), MutexGuard::new)
    }

    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        pause();
        try_result(self.0.try_lock(), MutexGuard::new)
    }
}

//! As `std::sync::RwLock`.

use super::guard::{exclusive_guard, guard};
use super::lock::lock;
use super::results::{result, try_result};
use crate::pace::pause;
use crate::waiting::waiting;
use std::sync::{LockResult, TryLockResult};

lock!(RwLock);
guard!(RwLockReadGuard, "if unused the RwLock will immediately unlock");
guard!(RwLockWriteGuard, "if unused the RwLock will immediately unlock");
exclusive_guard!(RwLockWriteGuard);

impl<T: ?Sized> RwLock<T> {
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        pause();
        result(waiting(|| self.0.read()), RwLockReadGuard::new)
    }

    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        pause();
        result(waiting(|| self.0.write()), RwLockWriteGuard::new)
    }

    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        pause();
        try_result(self.0.try_read(), RwLockReadGuard::new)
    }

    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        pause();
        try_result(self.0.try_write(), RwLockWriteGuard::new)
    }
}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    pub fn downgrade(guard: Self) -> RwLockReadGuard<'a, T> {
        RwLockReadGuard::new(std::sync::RwLockWriteGuard::downgrade(guard.into_std()))
    }
}

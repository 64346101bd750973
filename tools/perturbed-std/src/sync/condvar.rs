//! As `std::sync::Condvar`.

use super::mutex::MutexGuard;
use super::results::result;
use crate::pace::pause;
use crate::waiting::waiting;
use std::sync::{LockResult, WaitTimeoutResult};
use std::time::Duration;

#[derive(Debug, Default)]
pub struct Condvar(std::sync::Condvar);

impl Condvar {
    pub const fn new() -> Condvar {
        Condvar(std::sync::Condvar::new())
    }

    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        let guard = guard.into_std();
        result(waiting(|| self.0.wait(guard)), MutexGuard::new)
    }

    // As std has it; its own would wait without us.
    pub fn wait_while<'a, T, F>(&self, mut guard: MutexGuard<'a, T>, mut condition: F) -> LockResult<MutexGuard<'a, T>>
    where
        F: FnMut(&mut T) -> bool,
    {
        while condition(&mut *guard) {
            guard = self.wait(guard)?;
        }
        Ok(guard)
    }

    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        time: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let guard = guard.into_std();
        result(self.0.wait_timeout(guard, time), |(guard, timeout)| (MutexGuard::new(guard), timeout))
    }

    pub fn wait_timeout_while<'a, T, F>(
        &self,
        guard: MutexGuard<'a, T>,
        time: Duration,
        condition: F,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>
    where
        F: FnMut(&mut T) -> bool,
    {
        let guard = guard.into_std();
        let waited = self.0.wait_timeout_while(guard, time, condition);
        result(waited, |(guard, timeout)| (MutexGuard::new(guard), timeout))
    }

    pub fn notify_one(&self) {
        pause();
        self.0.notify_one();
    }

    pub fn notify_all(&self) {
        pause();
        self.0.notify_all();
    }
}

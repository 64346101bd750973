//! As `std::sync::Condvar`.

use super::mutex::{Mutex, MutexGuard, result};
use crate::place::line;
use crate::shared::Handle;
use crate::step::perform;
use interleavings::objects::condvar::{Condvar as State, Operation};
use interleavings::{Answer, Object, ObjectId, Operation as Any, is_used_with_another_lock, unmodelled};
use std::fmt;
use std::panic::Location;
use std::sync::LockResult;
use std::time::Duration;

/// A condition variable.
pub struct Condvar {
    handle: Handle,
}

/// Whether a wait has ended because its time was up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    /// Whether the time was up.
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

/// A thread that has let go of a lock and waits.
struct Waits<'a, T> {
    line: u32,
    mutex: &'a Mutex<T>,
    lock: ObjectId,
}

impl<'a, T> Waits<'a, T> {
    /// Waits, and then has the lock again. Anyone who returns without a notification asks for the lock only then:
    /// others may have had it in between, and anyone who notifies in between does not wake this thread.
    fn wait(self, condvar: &Condvar, in_time: bool) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        match condvar.perform(self.line, Operation::WakeUp { mutex: self.lock, in_time }) {
            Answer::Locked { poisoned } => result((self.mutex.guard(self.line), WaitTimeoutResult(false)), poisoned),
            answer => {
                let timed_out = WaitTimeoutResult(answer == Answer::TimedOut);
                let (guard, poisoned) = match self.mutex.lock_at(self.line) {
                    Ok(guard) => (guard, false),
                    Err(error) => (error.into_inner(), true),
                };
                result((guard, timed_out), poisoned)
            }
        }
    }
}

/// The guard alone.
fn guard<'a, T>(woken: LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>) -> LockResult<MutexGuard<'a, T>> {
    match woken {
        Ok((guard, _)) => Ok(guard),
        Err(error) => result(error.into_inner().0, true),
    }
}

impl Condvar {
    /// A condition that nobody waits for.
    #[track_caller]
    pub const fn new() -> Condvar {
        Condvar { handle: Handle::new() }
    }

    #[track_caller]
    fn id(&self) -> ObjectId {
        self.handle.id(|| Object::Condvar(State::default()))
    }

    fn perform(&self, line: u32, operation: Operation) -> Answer {
        perform(line, Any::Condvar(self.id(), operation))
    }

    /// Lets go of the lock and waits to be notified; then takes the lock again. Two steps.
    #[track_caller]
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        self::guard(self.begin(guard).wait(self, false))
    }

    /// The first step of a wait: lets go of the lock.
    #[track_caller]
    fn begin<'a, T>(&self, guard: MutexGuard<'a, T>) -> Waits<'a, T> {
        let line = line(Location::caller());
        let (mutex, poisons) = (guard.mutex, guard.poisons());
        let lock = mutex.id();
        std::mem::forget(guard);
        // "This function may panic if it is used with more than one mutex over time."
        if is_used_with_another_lock(self.id(), lock) {
            unmodelled(line, || "this `Condvar` is used with two mutexes, on which std may panic".to_string());
        }
        self.perform(line, Operation::Wait { mutex: lock, poisons });
        Waits { line, mutex, lock }
    }

    /// Waits for as long as this holds.
    #[track_caller]
    pub fn wait_while<'a, T>(
        &self,
        mut guard: MutexGuard<'a, T>,
        mut condition: impl FnMut(&mut T) -> bool,
    ) -> LockResult<MutexGuard<'a, T>> {
        while condition(&mut guard) {
            guard = self.wait(guard)?;
        }
        Ok(guard)
    }

    /// Lets go of the lock and waits to be notified, or until its time is up, which may be at any moment; then takes
    /// the lock again. Two steps if it is notified, and three if not: between the end of its time and the lock, others
    /// may have had the lock, and anyone who notifies then does not wake this thread.
    #[track_caller]
    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        _: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        self.begin(guard).wait(self, true)
    }

    /// Waits for as long as this holds, or until its time is up.
    #[track_caller]
    pub fn wait_timeout_while<'a, T>(
        &self,
        mut guard: MutexGuard<'a, T>,
        duration: Duration,
        mut condition: impl FnMut(&mut T) -> bool,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let mut timed_out = false;
        loop {
            // As in std, the condition is looked at once more when the time is up.
            if !condition(&mut guard) {
                return Ok((guard, WaitTimeoutResult(false)));
            }
            if timed_out {
                return Ok((guard, WaitTimeoutResult(true)));
            }
            let (again, ended) = self.wait_timeout(guard, duration)?;
            guard = again;
            timed_out = ended.timed_out();
        }
    }

    /// Wakes one thread, any one of those that wait.
    #[track_caller]
    pub fn notify_one(&self) {
        self.perform(line(Location::caller()), Operation::NotifyOne);
    }

    /// Wakes all threads that wait.
    #[track_caller]
    pub fn notify_all(&self) {
        self.perform(line(Location::caller()), Operation::NotifyAll);
    }
}

impl fmt::Debug for Condvar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Condvar").finish_non_exhaustive()
    }
}

impl Default for Condvar {
    #[track_caller]
    fn default() -> Condvar {
        Condvar::new()
    }
}

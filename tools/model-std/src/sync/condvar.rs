//! As `std::sync::Condvar`. That a thread wakes without a notification, which std allows, is not modelled.

use super::mutex::{Mutex, MutexGuard, result, state as mutex_state};
use crate::place::line;
use crate::shared::Handle;
use interleavings::{Object, ObjectId, Step, ThreadId, Verb, Wait, World, current, leave, perform, perform_in_time};
use std::panic::Location;
use std::sync::LockResult;
use std::time::Duration;

/// A condition variable.
#[derive(Debug)]
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

struct State<'a> {
    waiting: &'a mut Vec<ThreadId>,
    given: &'a mut Vec<Vec<ThreadId>>,
    woken: &'a mut Vec<ThreadId>,
}

fn state(world: &mut World, id: ObjectId) -> State<'_> {
    match world.object(id) {
        Object::Condvar { waiting, given, woken } => State { waiting, given, woken },
        other => unreachable!("{other:?} is no condition variable"),
    }
}

/// A thread that has let go of a lock and waits.
struct Waits<'a, T> {
    id: ObjectId,
    me: ThreadId,
    line: u32,
    mutex: &'a Mutex<T>,
    lock: ObjectId,
}

impl<T> Waits<'_, T> {
    /// The step by which it takes the lock again.
    fn wakes_up(&self) -> Step {
        let notified = Wait::Notified(self.me, self.id, self.lock);
        Step::with(Verb::WakeUp, self.id, self.line).and(self.lock).when(notified)
    }

    /// Takes a notification and the lock; gives whether that is poisoned.
    fn wake_up(&self, world: &mut World) -> bool {
        let State { given, woken, .. } = state(world, self.id);
        match woken.iter().position(|&thread| thread == self.me) {
            Some(own) => drop(woken.remove(own)),
            None => {
                if let Some(own) = given.iter().position(|to| to.contains(&self.me)) {
                    given.remove(own);
                    // What is left can be taken by those alone who still wait.
                    given.iter_mut().for_each(|to| to.retain(|&thread| thread != self.me));
                    given.retain(|to| !to.is_empty());
                }
            }
        }
        self.leave(world);
        let (holder, poisoned) = mutex_state(world, self.lock);
        *holder = Some(self.me);
        *poisoned
    }

    /// Waits no longer.
    fn leave(&self, world: &mut World) {
        state(world, self.id).waiting.retain(|&thread| thread != self.me);
    }
}

impl Condvar {
    /// A condition that nobody waits for.
    #[track_caller]
    pub const fn new() -> Condvar {
        Condvar { handle: Handle::new() }
    }

    fn id(&self) -> ObjectId {
        self.handle.id(|| Object::Condvar { waiting: Vec::new(), given: Vec::new(), woken: Vec::new() })
    }

    /// Lets go of the lock and waits to be notified; then takes the lock again. Two steps.
    #[track_caller]
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        let waits = self.begin(guard);
        let poisoned = perform(waits.wakes_up(), |world| waits.wake_up(world));
        result(waits.mutex.guard(waits.line), poisoned)
    }

    /// The first step of a wait: lets go of the lock.
    #[track_caller]
    fn begin<'a, T>(&self, guard: MutexGuard<'a, T>) -> Waits<'a, T> {
        let (id, me, line) = (self.id(), current(), line(Location::caller()));
        let mutex = guard.mutex;
        let lock = mutex.id();
        std::mem::forget(guard);
        perform(Step::with(Verb::Wait, id, line).and(lock), |world| {
            state(world, id).waiting.push(me);
            *mutex_state(world, lock).0 = None;
        });
        Waits { id, me, line, mutex, lock }
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

    /// Lets go of the lock and waits to be notified, or until its time is up, which may be at any moment; then takes the
    /// lock again. Two steps if it is notified, and three if not: between the end of its time and the lock, others may
    /// have had the lock, and whoever notifies then does not wake this thread.
    #[track_caller]
    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        _: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let waits = self.begin(guard);
        let woken = perform_in_time(waits.wakes_up(), |world, gives_up| {
            if gives_up {
                waits.leave(world);
                return None;
            }
            Some(waits.wake_up(world))
        });
        let Some(poisoned) = woken else {
            let (guard, poisoned) = match waits.mutex.lock_at(waits.line) {
                Ok(guard) => (guard, false),
                Err(error) => (error.into_inner(), true),
            };
            return result((guard, WaitTimeoutResult(true)), poisoned);
        };
        result((waits.mutex.guard(waits.line), WaitTimeoutResult(false)), poisoned)
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
        let id = self.id();
        leave(Step::with(Verb::NotifyOne, id, line(Location::caller())), |world| {
            let State { waiting, given, woken } = state(world, id);
            // As many as wait can be woken, and none twice.
            let free: Vec<ThreadId> = waiting.iter().copied().filter(|thread| !woken.contains(thread)).collect();
            if given.len() < free.len() {
                given.push(free);
            }
        });
    }

    /// Wakes all threads that wait.
    #[track_caller]
    pub fn notify_all(&self) {
        let id = self.id();
        leave(Step::with(Verb::NotifyAll, id, line(Location::caller())), |world| {
            let State { waiting, given, woken } = state(world, id);
            *woken = waiting.clone();
            woken.sort();
            given.clear();
        });
    }
}

impl Default for Condvar {
    #[track_caller]
    fn default() -> Condvar {
        Condvar::new()
    }
}

//! As `std::sync::Condvar`. That a thread wakes without a notification, which std allows, is not modelled.

use super::mutex::{MutexGuard, result, state as mutex_state};
use crate::place::line;
use crate::shared::Handle;
use interleavings::{Object, ObjectId, Step, ThreadId, Verb, Wait, World, current, leave, perform};
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
        let (id, me, line) = (self.id(), current(), line(Location::caller()));
        let mutex = guard.mutex;
        let lock = mutex.id();
        std::mem::forget(guard);
        perform(Step::with(Verb::Wait, id, line).and(lock), |world| {
            state(world, id).waiting.push(me);
            *mutex_state(world, lock).0 = None;
        });
        let woken = Step::with(Verb::WakeUp, id, line).and(lock).when(Wait::Notified(me, id, lock));
        let poisoned = perform(woken, |world| {
            let State { given, woken, .. } = state(world, id);
            match woken.iter().position(|&thread| thread == me) {
                Some(own) => drop(woken.remove(own)),
                None => {
                    if let Some(own) = given.iter().position(|to| to.contains(&me)) {
                        given.remove(own);
                        // What is left can be taken by those alone who still wait.
                        given.iter_mut().for_each(|to| to.retain(|&thread| thread != me));
                        given.retain(|to| !to.is_empty());
                    }
                }
            }
            state(world, id).waiting.retain(|&thread| thread != me);
            let (holder, poisoned) = mutex_state(world, lock);
            *holder = Some(me);
            *poisoned
        });
        result(mutex.guard(line), poisoned)
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

    /// Waits, and never for too long: time is not modelled.
    #[track_caller]
    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        _: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        interleavings::unmodelled("wait_timeout depends on time");
        let (guard, poisoned) = match self.wait(guard) {
            Ok(guard) => (guard, false),
            Err(error) => (error.into_inner(), true),
        };
        result((guard, WaitTimeoutResult(false)), poisoned)
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

//! As `std::sync::Mutex`.

use crate::dropping::line_of_drop;
use crate::place::line;
use crate::shared::{Handle, Shared};
use interleavings::{Object, ObjectId, Step, Verb, Wait, World, current, leave, panicking, perform};
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::panic::{Location, RefUnwindSafe, UnwindSafe};
use std::sync::{LockResult, PoisonError, TryLockError, TryLockResult};

/// A mutex.
pub struct Mutex<T: ?Sized> {
    handle: Handle,
    value: Shared<T>,
}

impl<T: ?Sized> UnwindSafe for Mutex<T> {}
impl<T: ?Sized> RefUnwindSafe for Mutex<T> {}

/// The right to reach what a mutex protects.
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, T: ?Sized> {
    pub(super) mutex: &'a Mutex<T>,
    /// Whether the thread was panicking when it took the lock: then its panic is not one under the lock.
    panicking: bool,
    line: u32,
    /// Not Send, as in std.
    thread: PhantomData<*const ()>,
}

// SAFETY: as in std.
unsafe impl<T: ?Sized + Sync> Sync for MutexGuard<'_, T> {}

pub(super) fn state(world: &mut World, id: ObjectId) -> (&mut Option<interleavings::ThreadId>, &mut bool) {
    match world.object(id) {
        Object::Mutex { holder, poisoned } => (holder, poisoned),
        other => unreachable!("{other:?} is no mutex"),
    }
}

impl<T> Mutex<T> {
    /// A mutex that nobody holds.
    #[track_caller]
    pub const fn new(value: T) -> Mutex<T> {
        Mutex { handle: Handle::new(), value: Shared::new(value) }
    }

    /// The value, whose mutex nobody can hold any more.
    pub fn into_inner(self) -> LockResult<T> {
        let poisoned = self.poisoned();
        self.value.get();
        result(self.value.into_inner(), poisoned)
    }
}

impl<T: ?Sized> Mutex<T> {
    pub(super) fn id(&self) -> ObjectId {
        self.handle.id(|| Object::Mutex { holder: None, poisoned: false })
    }

    fn poisoned(&self) -> bool {
        let id = self.id();
        interleavings::with_world(|world| *state(world, id).1)
    }

    /// The guard of a thread that has just taken the lock.
    pub(super) fn guard(&self, line: u32) -> MutexGuard<'_, T> {
        self.value.get();
        MutexGuard { mutex: self, panicking: panicking(), line, thread: PhantomData }
    }

    /// Waits for the lock, and takes it.
    #[track_caller]
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        self.lock_at(line(Location::caller()))
    }

    /// The same, in the name of this line.
    pub(super) fn lock_at(&self, line: u32) -> LockResult<MutexGuard<'_, T>> {
        let (id, me) = (self.id(), current());
        let step = Step::with(Verb::Lock, id, line).when(Wait::Unlocked(id));
        let poisoned = perform(step, |world| {
            let (holder, poisoned) = state(world, id);
            *holder = Some(me);
            *poisoned
        });
        result(self.guard(line), poisoned)
    }

    /// Takes the lock if nobody holds it.
    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        let (id, me, line) = (self.id(), current(), line(Location::caller()));
        let poisoned = perform(Step::with(Verb::TryLock, id, line), |world| {
            let (holder, poisoned) = state(world, id);
            if holder.is_some() {
                return None;
            }
            *holder = Some(me);
            Some(*poisoned)
        });
        match poisoned {
            None => Err(TryLockError::WouldBlock),
            Some(poisoned) => result(self.guard(line), poisoned).map_err(TryLockError::Poisoned),
        }
    }

    /// Whether a thread has panicked under the lock.
    #[track_caller]
    pub fn is_poisoned(&self) -> bool {
        let id = self.id();
        let step = Step::with(Verb::IsPoisoned, id, line(Location::caller()));
        perform(step, |world| *state(world, id).1)
    }

    /// Has the mutex be as if no thread had panicked.
    #[track_caller]
    pub fn clear_poison(&self) {
        let id = self.id();
        let step = Step::with(Verb::ClearPoison, id, line(Location::caller()));
        perform(step, |world| *state(world, id).1 = false);
    }

    /// The value, which nobody else can reach.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        let poisoned = self.poisoned();
        self.value.get();
        result(self.value.get_mut(), poisoned)
    }
}

pub(super) fn result<T>(value: T, poisoned: bool) -> LockResult<T> {
    if poisoned { Err(PoisonError::new(value)) } else { Ok(value) }
}

impl<T: Default> Default for Mutex<T> {
    #[track_caller]
    fn default() -> Mutex<T> {
        Mutex::new(T::default())
    }
}

impl<T> From<T> for Mutex<T> {
    #[track_caller]
    fn from(value: T) -> Mutex<T> {
        Mutex::new(value)
    }
}

impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: whoever has the guard holds the lock.
        unsafe { &*self.mutex.value.get() }
    }
}

impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as above, and there is one guard.
        unsafe { &mut *self.mutex.value.get() }
    }
}

impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        let id = self.mutex.id();
        let poisons = !self.panicking && panicking();
        leave(Step::with(Verb::Unlock, id, line_of_drop().unwrap_or(self.line)), |world| {
            let (holder, poisoned) = state(world, id);
            *holder = None;
            *poisoned |= poisons;
        });
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    #[track_caller]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Mutex");
        match self.try_lock() {
            Ok(guard) => shown.field("data", &&*guard).field("poisoned", &false),
            Err(TryLockError::Poisoned(error)) => shown.field("data", &&**error.get_ref()).field("poisoned", &true),
            Err(TryLockError::WouldBlock) => shown.field("data", &"<locked>").field("poisoned", &self.is_poisoned()),
        };
        shown.finish_non_exhaustive()
    }
}

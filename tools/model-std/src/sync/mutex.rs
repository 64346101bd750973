//! As `std::sync::Mutex`.

use crate::dropping::line_of_drop;
use crate::place::line;
use crate::shared::{Handle, Shared};
use crate::step::{panics_if_chosen, perform};
use interleavings::objects::mutex::{Mutex as State, Operation};
use interleavings::{Answer, Object, ObjectId, Operation as Any, panicking, with_world};
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
    #[track_caller]
    pub(super) fn id(&self) -> ObjectId {
        self.handle.id(|| Object::Mutex(State::default()))
    }

    fn poisoned(&self) -> bool {
        let id = self.id();
        with_world(|world| world.mutex(id).is_poisoned(world.of(id)))
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

    fn perform(&self, line: u32, operation: Operation) -> Answer {
        perform(line, Any::Mutex(self.id(), operation))
    }

    /// The same, on behalf of this line.
    #[track_caller]
    pub(super) fn lock_at(&self, line: u32) -> LockResult<MutexGuard<'_, T>> {
        let answer = self.perform(line, Operation::Lock);
        panics_if_chosen(answer, "a lock that is taken twice");
        result(self.guard(line), answer == Answer::Locked { poisoned: true })
    }

    /// Takes the lock if nobody holds it.
    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        let line = line(Location::caller());
        match self.perform(line, Operation::TryLock) {
            Answer::Locked { poisoned } => result(self.guard(line), poisoned).map_err(TryLockError::Poisoned),
            _ => Err(TryLockError::WouldBlock),
        }
    }

    /// Whether a thread has panicked under the lock.
    #[track_caller]
    pub fn is_poisoned(&self) -> bool {
        self.perform(line(Location::caller()), Operation::IsPoisoned) == Answer::Flag(true)
    }

    /// Has the mutex be as if no thread had panicked.
    #[track_caller]
    pub fn clear_poison(&self) {
        self.perform(line(Location::caller()), Operation::ClearPoison);
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

impl<T: ?Sized> MutexGuard<'_, T> {
    /// Whether letting go of the lock poisons it: the thread has begun to panic while it held it.
    pub(super) fn poisons(&self) -> bool {
        !self.panicking && panicking()
    }
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
        // SAFETY: anyone who has the guard holds the lock.
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
        let line = line_of_drop().unwrap_or(self.line);
        self.mutex.perform(line, Operation::Unlock { poisons: self.poisons() });
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

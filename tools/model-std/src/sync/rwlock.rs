//! As `std::sync::RwLock`.

use super::mutex::result;
use crate::dropping::line_of_drop;
use crate::place::line;
use crate::shared::{Handle, Shared};
use crate::step::{panics_if_chosen, perform};
use interleavings::objects::rwlock::{Operation, RwLock as State};
use interleavings::{Answer, Object, ObjectId, Operation as Any, panicking, with_world};
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::panic::{Location, RefUnwindSafe, UnwindSafe};
use std::sync::{LockResult, TryLockError, TryLockResult};

/// A lock for readers and writers.
pub struct RwLock<T: ?Sized> {
    handle: Handle,
    value: Shared<T>,
}

// SAFETY: as in std: readers share the value, so it has to be Sync.
unsafe impl<T: ?Sized + Send + Sync> Sync for RwLock<T> where Shared<T>: Sync {}

impl<T: ?Sized> UnwindSafe for RwLock<T> {}
impl<T: ?Sized> RefUnwindSafe for RwLock<T> {}

/// The right to read.
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockReadGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
    line: u32,
    thread: PhantomData<*const ()>,
}

/// The right to write.
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockWriteGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
    panicking: bool,
    line: u32,
    thread: PhantomData<*const ()>,
}

// SAFETY: as in std.
unsafe impl<T: ?Sized + Sync> Sync for RwLockReadGuard<'_, T> {}
// SAFETY: as in std.
unsafe impl<T: ?Sized + Sync> Sync for RwLockWriteGuard<'_, T> {}

impl<T> RwLock<T> {
    /// A lock that nobody holds.
    #[track_caller]
    pub const fn new(value: T) -> RwLock<T> {
        RwLock { handle: Handle::new(), value: Shared::new(value) }
    }

    /// The value, whose lock nobody can hold any more.
    pub fn into_inner(self) -> LockResult<T> {
        let poisoned = self.poisoned();
        self.value.get();
        result(self.value.into_inner(), poisoned)
    }
}

impl<T: ?Sized> RwLock<T> {
    #[track_caller]
    fn id(&self) -> ObjectId {
        self.handle.id(|| Object::RwLock(State::default()))
    }

    fn poisoned(&self) -> bool {
        let id = self.id();
        with_world(|world| world.rwlock(id).is_poisoned(world.of(id)))
    }

    fn read_guard(&self, line: u32) -> RwLockReadGuard<'_, T> {
        self.value.get();
        RwLockReadGuard { lock: self, line, thread: PhantomData }
    }

    fn write_guard(&self, line: u32) -> RwLockWriteGuard<'_, T> {
        self.value.get();
        RwLockWriteGuard { lock: self, panicking: panicking(), line, thread: PhantomData }
    }

    fn perform(&self, line: u32, operation: Operation) -> Answer {
        perform(line, Any::RwLock(self.id(), operation))
    }

    /// Waits until it may read, and reads.
    #[track_caller]
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        let line = line(Location::caller());
        let mut answer = self.perform(line, Operation::Read);
        panics_if_chosen(answer, "a lock that is read twice");
        if answer == Answer::Queued {
            answer = self.perform(line, Operation::ReadQueued);
        }
        result(self.read_guard(line), answer == Answer::Locked { poisoned: true })
    }

    /// Waits until nobody reads or writes, and writes.
    #[track_caller]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        let line = line(Location::caller());
        let answer = self.perform(line, Operation::Write);
        panics_if_chosen(answer, "a lock that is taken twice");
        result(self.write_guard(line), answer == Answer::Locked { poisoned: true })
    }

    /// Reads if it may.
    #[track_caller]
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        let line = line(Location::caller());
        match self.perform(line, Operation::TryRead) {
            Answer::Locked { poisoned } => result(self.read_guard(line), poisoned).map_err(TryLockError::Poisoned),
            _ => Err(TryLockError::WouldBlock),
        }
    }

    /// Writes if nobody reads or writes.
    #[track_caller]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        let line = line(Location::caller());
        match self.perform(line, Operation::TryWrite) {
            Answer::Locked { poisoned } => result(self.write_guard(line), poisoned).map_err(TryLockError::Poisoned),
            _ => Err(TryLockError::WouldBlock),
        }
    }

    /// Whether a thread has panicked while it wrote.
    #[track_caller]
    pub fn is_poisoned(&self) -> bool {
        self.perform(line(Location::caller()), Operation::IsPoisoned) == Answer::Flag(true)
    }

    /// Has the lock be as if no thread had panicked.
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

impl<T> From<T> for RwLock<T> {
    #[track_caller]
    fn from(value: T) -> RwLock<T> {
        RwLock::new(value)
    }
}

impl<T: Default> Default for RwLock<T> {
    #[track_caller]
    fn default() -> RwLock<T> {
        RwLock::new(T::default())
    }
}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    /// Goes on as a reader, without anyone writing in between.
    #[track_caller]
    pub fn downgrade(guard: Self) -> RwLockReadGuard<'a, T> {
        let (lock, line) = (guard.lock, line(Location::caller()));
        std::mem::forget(guard);
        lock.perform(line, Operation::Downgrade);
        lock.read_guard(line)
    }
}

impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: anyone who has the guard reads, and nobody writes.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: anyone who has the guard is alone.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as above.
        unsafe { &mut *self.lock.value.get() }
    }
}

impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.perform(line_of_drop().unwrap_or(self.line), Operation::EndRead);
    }
}

impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        let poisons = !self.panicking && panicking();
        self.lock.perform(line_of_drop().unwrap_or(self.line), Operation::EndWrite { poisons });
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    #[track_caller]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("RwLock");
        match self.try_read() {
            Ok(guard) => shown.field("data", &&*guard).field("poisoned", &false),
            Err(TryLockError::Poisoned(error)) => shown.field("data", &&**error.get_ref()).field("poisoned", &true),
            Err(TryLockError::WouldBlock) => shown.field("data", &"<locked>").field("poisoned", &self.is_poisoned()),
        };
        shown.finish_non_exhaustive()
    }
}

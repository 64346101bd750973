//! As `std::sync::RwLock`. Readers are let in whenever nobody writes: std promises neither that nor the opposite, and a
//! lock that lets a waiting writer go first has schedules which are not found here. To a thread that reads already the
//! difference is one between going on and waiting for ever, if another one waits to write; then the program cannot be
//! explored.

use super::mutex::result;
use crate::dropping::line_of_drop;
use crate::place::line;
use crate::shared::{Handle, Shared};
use interleavings::{
    Object, ObjectId, Step, Thread, ThreadId, Verb, Wait, World, current, leave, panicking, perform, with_world,
};
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

struct State<'a> {
    readers: &'a mut Vec<ThreadId>,
    writer: &'a mut Option<ThreadId>,
    poisoned: &'a mut bool,
}

fn state(world: &mut World, id: ObjectId) -> State<'_> {
    match world.object(id) {
        Object::RwLock { readers, writer, poisoned } => State { readers, writer, poisoned },
        other => unreachable!("{other:?} is no RwLock"),
    }
}

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
    fn id(&self) -> ObjectId {
        self.handle.id(|| Object::RwLock { readers: Vec::new(), writer: None, poisoned: false })
    }

    fn poisoned(&self) -> bool {
        let id = self.id();
        with_world(|world| *state(world, id).poisoned)
    }

    fn read_guard(&self, line: u32) -> RwLockReadGuard<'_, T> {
        self.value.get();
        RwLockReadGuard { lock: self, line, thread: PhantomData }
    }

    fn write_guard(&self, line: u32) -> RwLockWriteGuard<'_, T> {
        self.value.get();
        RwLockWriteGuard { lock: self, panicking: panicking(), line, thread: PhantomData }
    }

    /// Waits until nobody writes, and reads.
    #[track_caller]
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        let (id, me, line) = (self.id(), current(), line(Location::caller()));
        let poisoned = perform(Step::with(Verb::Read, id, line).when(Wait::NoWriter(id)), |world| {
            let writes =
                |thread: &Thread| thread.next.as_ref().is_some_and(|(step, _)| step.wait == Wait::NoReaderNoWriter(id));
            let waits = world.threads.values().any(writes);
            let state = state(world, id);
            if waits && state.readers.contains(&me) {
                interleavings::unmodelled("a thread reads a second time while another one waits to write");
            }
            state.readers.push(me);
            state.readers.sort();
            *state.poisoned
        });
        result(self.read_guard(line), poisoned)
    }

    /// Waits until nobody reads or writes, and writes.
    #[track_caller]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        let (id, me, line) = (self.id(), current(), line(Location::caller()));
        let poisoned = perform(Step::with(Verb::Write, id, line).when(Wait::NoReaderNoWriter(id)), |world| {
            let state = state(world, id);
            *state.writer = Some(me);
            *state.poisoned
        });
        result(self.write_guard(line), poisoned)
    }

    /// Reads if nobody writes.
    #[track_caller]
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        let (id, me, line) = (self.id(), current(), line(Location::caller()));
        let poisoned = perform(Step::with(Verb::TryRead, id, line), |world| {
            let state = state(world, id);
            state.writer.is_none().then(|| {
                state.readers.push(me);
                state.readers.sort();
                *state.poisoned
            })
        });
        match poisoned {
            None => Err(TryLockError::WouldBlock),
            Some(poisoned) => result(self.read_guard(line), poisoned).map_err(TryLockError::Poisoned),
        }
    }

    /// Writes if nobody reads or writes.
    #[track_caller]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        let (id, me, line) = (self.id(), current(), line(Location::caller()));
        let poisoned = perform(Step::with(Verb::TryWrite, id, line), |world| {
            let state = state(world, id);
            (state.writer.is_none() && state.readers.is_empty()).then(|| {
                *state.writer = Some(me);
                *state.poisoned
            })
        });
        match poisoned {
            None => Err(TryLockError::WouldBlock),
            Some(poisoned) => result(self.write_guard(line), poisoned).map_err(TryLockError::Poisoned),
        }
    }

    /// Whether a thread has panicked while it wrote.
    #[track_caller]
    pub fn is_poisoned(&self) -> bool {
        let id = self.id();
        let step = Step::with(Verb::IsPoisoned, id, line(Location::caller()));
        perform(step, |world| *state(world, id).poisoned)
    }

    /// Has the lock be as if no thread had panicked.
    #[track_caller]
    pub fn clear_poison(&self) {
        let id = self.id();
        let step = Step::with(Verb::ClearPoison, id, line(Location::caller()));
        perform(step, |world| *state(world, id).poisoned = false);
    }

    /// The value, which nobody else can reach.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        let poisoned = self.poisoned();
        self.value.get();
        result(self.value.get_mut(), poisoned)
    }
}

impl<T: Default> Default for RwLock<T> {
    #[track_caller]
    fn default() -> RwLock<T> {
        RwLock::new(T::default())
    }
}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    /// Goes on as a reader, without anybody writing in between.
    #[track_caller]
    pub fn downgrade(guard: Self) -> RwLockReadGuard<'a, T> {
        let (lock, id, me, line) = (guard.lock, guard.lock.id(), current(), line(Location::caller()));
        std::mem::forget(guard);
        perform(Step::with(Verb::Downgrade, id, line), |world| {
            let state = state(world, id);
            *state.writer = None;
            state.readers.push(me);
        });
        lock.read_guard(line)
    }
}

impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: whoever has the guard reads, and nobody writes.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: whoever has the guard is alone.
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
        let (id, me) = (self.lock.id(), current());
        leave(Step::with(Verb::EndRead, id, line_of_drop().unwrap_or(self.line)), |world| {
            let readers = state(world, id).readers;
            if let Some(own) = readers.iter().position(|&reader| reader == me) {
                readers.remove(own);
            }
        });
    }
}

impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        let id = self.lock.id();
        let poisons = !self.panicking && panicking();
        leave(Step::with(Verb::EndWrite, id, line_of_drop().unwrap_or(self.line)), |world| {
            let state = state(world, id);
            *state.writer = None;
            *state.poisoned |= poisons;
        });
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

//! As `std::sync::Once` and what is built on it.

use crate::place::line;
use crate::shared::{Handle, Shared};
use crate::step::{panics_if_chosen, perform};
use interleavings::objects::once::{Once as State, Operation};
use interleavings::{Answer, Object, ObjectId, Operation as Any};
use std::fmt;
use std::ops::Deref;
use std::panic::{Location, RefUnwindSafe, UnwindSafe};

/// Something that is done once.
pub struct Once {
    handle: Handle,
    /// Whether it has been done from the start.
    is_done: bool,
}

/// How a `Once` is found by the closure that does it.
pub struct OnceState(bool);

impl OnceState {
    /// Whether an attempt before this one has panicked.
    pub fn is_poisoned(&self) -> bool {
        self.0
    }
}

impl Once {
    /// Nothing is done yet.
    #[track_caller]
    pub const fn new() -> Once {
        Once { handle: Handle::new(), is_done: false }
    }

    #[track_caller]
    fn id(&self) -> ObjectId {
        self.handle.id(|| Object::Once(if self.is_done { State::done() } else { State::default() }))
    }

    /// Has it be done before anyone has looked.
    fn is_done_from_the_start(&mut self) {
        self.is_done = true;
    }

    /// Does it, if nobody has; waits, if another thread is doing it.
    ///
    /// # Panics
    /// If an attempt has panicked before.
    #[track_caller]
    pub fn call_once(&self, f: impl FnOnce()) {
        self.call(false, line(Location::caller()), |_| f());
    }

    /// The same, even if an attempt has panicked before.
    #[track_caller]
    pub fn call_once_force(&self, f: impl FnOnce(&OnceState)) {
        self.call(true, line(Location::caller()), f);
    }

    fn call(&self, force: bool, line: u32, f: impl FnOnce(&OnceState)) {
        struct Attempt {
            id: ObjectId,
            line: u32,
            panicked: bool,
        }
        impl Drop for Attempt {
            fn drop(&mut self) {
                perform(self.line, Any::Once(self.id, Operation::EndOnce { panicked: self.panicked }));
            }
        }
        let id = self.id();
        let answer = perform(line, Any::Once(id, Operation::CallOnce { force }));
        panics_if_chosen(answer, "what is done once and calls itself");
        let Answer::Flag(poisoned) = answer else { return };
        assert!(force || !poisoned, "Once instance has previously been poisoned");
        // By a panic, unless the closure comes to its end.
        let mut attempt = Attempt { id, line, panicked: true };
        f(&OnceState(poisoned));
        attempt.panicked = false;
    }

    /// Waits until it has been done.
    ///
    /// # Panics
    /// If an attempt has panicked.
    #[track_caller]
    pub fn wait(&self) {
        let poisoned = perform(line(Location::caller()), Any::Once(self.id(), Operation::Wait { force: false }));
        assert!(poisoned != Answer::Flag(true), "Once instance has previously been poisoned");
    }

    /// Waits until it has been done, even if an attempt has panicked.
    #[track_caller]
    pub fn wait_force(&self) {
        perform(line(Location::caller()), Any::Once(self.id(), Operation::Wait { force: true }));
    }

    /// Whether it has been done.
    #[track_caller]
    pub fn is_completed(&self) -> bool {
        perform(line(Location::caller()), Any::Once(self.id(), Operation::IsCompleted)) == Answer::Flag(true)
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Once").finish_non_exhaustive()
    }
}

impl fmt::Debug for OnceState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnceState").field("poisoned", &self.0).finish()
    }
}

impl UnwindSafe for Once {}
impl RefUnwindSafe for Once {}

impl Default for Once {
    #[track_caller]
    fn default() -> Once {
        Once::new()
    }
}

/// A value that is set once.
pub struct OnceLock<T> {
    once: Once,
    value: Shared<Option<T>>,
}

// SAFETY: as in std.
unsafe impl<T: Send + Sync> Sync for OnceLock<T> {}
impl<T: UnwindSafe> UnwindSafe for OnceLock<T> {}
impl<T: RefUnwindSafe + UnwindSafe> RefUnwindSafe for OnceLock<T> {}

impl<T> OnceLock<T> {
    /// Without a value.
    #[track_caller]
    pub const fn new() -> OnceLock<T> {
        OnceLock { once: Once::new(), value: Shared::new(None) }
    }

    fn value(&self) -> Option<&T> {
        // SAFETY: it is written once, by the thread that does the once, before anyone is told that it is done.
        unsafe { &*self.value.get() }.as_ref()
    }

    fn write(&self, value: T) {
        // SAFETY: as above.
        unsafe { *self.value.get() = Some(value) }
    }

    /// The value, if it has been set.
    #[track_caller]
    pub fn get(&self) -> Option<&T> {
        self.value.get();
        if self.once.is_completed() { self.value() } else { None }
    }

    /// Waits until the value has been set.
    #[track_caller]
    pub fn wait(&self) -> &T {
        perform(line(Location::caller()), Any::Once(self.once.id(), Operation::Wait { force: true }));
        self.value().expect("it has been done")
    }

    /// The value, if it has been set, which nobody else can reach.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.value.get();
        self.value.get_mut().as_mut()
    }

    /// The value, if it has been set; then it can be set again.
    pub fn take(&mut self) -> Option<T> {
        std::mem::take(self).into_inner()
    }

    /// The value, if it has been set.
    pub fn into_inner(self) -> Option<T> {
        self.value.get();
        self.value.into_inner()
    }

    /// Sets the value, if it has not been set.
    ///
    /// # Errors
    /// Returns the new value back if there is one.
    #[track_caller]
    pub fn set(&self, value: T) -> Result<(), T> {
        let mut value = Some(value);
        self.once.call(true, line(Location::caller()), |_| {
            if let Some(value) = value.take() {
                self.write(value);
            }
        });
        value.map_or(Ok(()), Err)
    }

    /// The value, which is made if it has not been set.
    #[track_caller]
    pub fn get_or_init(&self, f: impl FnOnce() -> T) -> &T {
        self.once.call(true, line(Location::caller()), |_| self.write(f()));
        self.value().expect("it has been done")
    }
}

impl<T> From<T> for OnceLock<T> {
    #[track_caller]
    fn from(value: T) -> OnceLock<T> {
        let mut lock = OnceLock::new();
        lock.value.get_mut().replace(value);
        lock.once.is_done_from_the_start();
        lock
    }
}

impl<T: Clone> Clone for OnceLock<T> {
    #[track_caller]
    fn clone(&self) -> OnceLock<T> {
        self.get().map_or_else(OnceLock::new, |value| OnceLock::from(value.clone()))
    }
}

impl<T: PartialEq> PartialEq for OnceLock<T> {
    #[track_caller]
    fn eq(&self, other: &OnceLock<T>) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq> Eq for OnceLock<T> {}

impl<T> Default for OnceLock<T> {
    #[track_caller]
    fn default() -> OnceLock<T> {
        OnceLock::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for OnceLock<T> {
    #[track_caller]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_tuple("OnceLock");
        match self.get() {
            Some(value) => shown.field(value),
            None => shown.field(&format_args!("<uninit>")),
        };
        shown.finish()
    }
}

/// A value that is made when it is used first.
pub struct LazyLock<T, F = fn() -> T> {
    once: Once,
    value: OnceLock<T>,
    make: Shared<Option<F>>,
}

// SAFETY: as in std.
unsafe impl<T: Send + Sync, F: Send> Sync for LazyLock<T, F> {}

impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    /// The value is not made yet.
    #[track_caller]
    pub const fn new(make: F) -> LazyLock<T, F> {
        LazyLock { once: Once::new(), value: OnceLock::new(), make: Shared::new(Some(make)) }
    }

    /// The value, which is made if it has not been used yet.
    #[track_caller]
    pub fn force(this: &Self) -> &T {
        this.once.call(true, line(Location::caller()), |state| {
            assert!(!state.is_poisoned(), "LazyLock instance has previously been poisoned");
            // SAFETY: done once, by one thread.
            let make = unsafe { (*this.make.get()).take() };
            this.value.value.get();
            this.value.write(make.expect("made once")());
        });
        this.value.value().expect("it has been made")
    }

    /// The value, which is made if it is not there; who has the lock alone may change it.
    #[track_caller]
    pub fn force_mut(this: &mut Self) -> &mut T {
        LazyLock::force(this);
        this.value.get_mut().expect("it has been made")
    }
}

impl<T, F> LazyLock<T, F> {
    /// The value, if it has been made.
    #[track_caller]
    pub fn get(this: &Self) -> Option<&T> {
        this.value.value.get();
        if this.once.is_completed() { this.value.value() } else { None }
    }

    /// The value, if it has been made; who has the lock alone may change it.
    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        this.value.get_mut()
    }
}

impl<T: Default> Default for LazyLock<T> {
    #[track_caller]
    fn default() -> LazyLock<T> {
        LazyLock::new(T::default)
    }
}

impl<T: fmt::Debug, F> fmt::Debug for LazyLock<T, F> {
    #[track_caller]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_tuple("LazyLock");
        match LazyLock::get(self) {
            Some(value) => shown.field(value),
            None => shown.field(&format_args!("<uninit>")),
        };
        shown.finish()
    }
}

impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        LazyLock::force(self)
    }
}

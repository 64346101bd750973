//! As `std::sync::Once` and what is built on it.

use crate::place::line;
use crate::shared::{Handle, Shared};
use interleavings::{Object, ObjectId, Step, ThreadId, Verb, Wait, World, current, leave, perform};
use std::fmt;
use std::ops::Deref;
use std::panic::{Location, RefUnwindSafe, UnwindSafe};

/// Something that is done once.
#[derive(Debug)]
pub struct Once {
    handle: Handle,
}

/// How a `Once` is found by the closure that does it.
#[derive(Debug)]
pub struct OnceState(bool);

impl OnceState {
    /// Whether an attempt before this one has panicked.
    pub fn is_poisoned(&self) -> bool {
        self.0
    }
}

struct State<'a> {
    running: &'a mut Option<ThreadId>,
    done: &'a mut bool,
    poisoned: &'a mut bool,
}

fn state(world: &mut World, id: ObjectId) -> State<'_> {
    match world.object(id) {
        Object::Once { running, done, poisoned } => State { running, done, poisoned },
        other => unreachable!("{other:?} is no Once"),
    }
}

impl Once {
    /// Nothing is done yet.
    #[track_caller]
    pub const fn new() -> Once {
        Once { handle: Handle::new() }
    }

    fn id(&self) -> ObjectId {
        self.handle.id(|| Object::Once { running: None, done: false, poisoned: false })
    }

    /// Does it, if nobody has; waits, if another thread is doing it.
    ///
    /// # Panics
    /// If an attempt has panicked before.
    #[track_caller]
    pub fn call_once(&self, f: impl FnOnce()) {
        self.call(false, line(Location::caller()), |_| f());
    }

    /// The same, also if an attempt has panicked before.
    #[track_caller]
    pub fn call_once_force(&self, f: impl FnOnce(&OnceState)) {
        self.call(true, line(Location::caller()), f);
    }

    fn call(&self, force: bool, line: u32, f: impl FnOnce(&OnceState)) {
        struct Attempt {
            id: ObjectId,
            line: u32,
            failed: bool,
        }
        impl Drop for Attempt {
            fn drop(&mut self) {
                let Attempt { id, line, failed } = *self;
                leave(Step::with(Verb::EndOnce, id, line), |world| {
                    let state = state(world, id);
                    *state.running = None;
                    *state.done = !failed;
                    *state.poisoned = failed;
                });
            }
        }
        let (id, me) = (self.id(), current());
        let step = Step::with(Verb::CallOnce, id, line).when(Wait::Initialised(id));
        let found = perform(step, |world| {
            let state = state(world, id);
            if *state.done {
                return None;
            }
            if force || !*state.poisoned {
                *state.running = Some(me);
            }
            Some(*state.poisoned)
        });
        let Some(poisoned) = found else { return };
        assert!(force || !poisoned, "Once instance has previously been poisoned");
        // Failed, unless the closure comes to its end.
        let mut attempt = Attempt { id, line, failed: true };
        f(&OnceState(poisoned));
        attempt.failed = false;
    }

    /// Whether it has been done.
    #[track_caller]
    pub fn is_completed(&self) -> bool {
        let id = self.id();
        let step = Step::with(Verb::IsCompleted, id, line(Location::caller()));
        perform(step, |world| *state(world, id).done)
    }
}

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
        // SAFETY: it is written once, by the thread that does the once, before anybody is told that it is done.
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

    /// Sets the value, if it has not been set.
    ///
    /// # Errors
    /// Gives the new value back if there is one.
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
}

impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        LazyLock::force(self)
    }
}

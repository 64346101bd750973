//! As `std::sync::Once`, `std::sync::OnceLock` and `std::sync::LazyLock`.

use crate::pace::pause;
use crate::waiting::{meanwhile, waiting};
use std::ops::{Deref, DerefMut};
use std::sync::{Mutex, OnceState, PoisonError};

#[derive(Debug)]
pub struct Once(std::sync::Once);

impl Once {
    #[expect(clippy::new_without_default, reason = "std's has none either")]
    pub const fn new() -> Once {
        Once(std::sync::Once::new())
    }

    pub fn call_once(&self, f: impl FnOnce()) {
        pause();
        waiting(|| self.0.call_once(|| meanwhile(f)));
    }

    pub fn call_once_force(&self, f: impl FnOnce(&OnceState)) {
        pause();
        waiting(|| self.0.call_once_force(|state| meanwhile(|| f(state))));
    }

    pub fn is_completed(&self) -> bool {
        pause();
        self.0.is_completed()
    }

    pub fn wait(&self) {
        pause();
        waiting(|| self.0.wait());
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnceLock<T>(std::sync::OnceLock<T>);

impl<T> OnceLock<T> {
    pub const fn new() -> OnceLock<T> {
        OnceLock(std::sync::OnceLock::new())
    }

    pub fn get(&self) -> Option<&T> {
        pause();
        self.0.get()
    }

    pub fn set(&self, value: T) -> Result<(), T> {
        pause();
        waiting(|| self.0.set(value))
    }

    pub fn get_or_init(&self, f: impl FnOnce() -> T) -> &T {
        pause();
        waiting(|| self.0.get_or_init(|| meanwhile(f)))
    }

    pub fn wait(&self) -> &T {
        pause();
        waiting(|| self.0.wait())
    }

    pub fn into_inner(self) -> Option<T> {
        self.0.into_inner()
    }
}

impl<T> Default for OnceLock<T> {
    fn default() -> OnceLock<T> {
        OnceLock::new()
    }
}

impl<T> From<T> for OnceLock<T> {
    fn from(value: T) -> OnceLock<T> {
        OnceLock(value.into())
    }
}

impl<T> Deref for OnceLock<T> {
    type Target = std::sync::OnceLock<T>;

    fn deref(&self) -> &std::sync::OnceLock<T> {
        &self.0
    }
}

impl<T> DerefMut for OnceLock<T> {
    fn deref_mut(&mut self) -> &mut std::sync::OnceLock<T> {
        &mut self.0
    }
}

/// Around a [`OnceLock`], so that a thread which waits for the value is known to wait.
#[derive(Debug)]
pub struct LazyLock<T, F = fn() -> T> {
    value: OnceLock<T>,
    init: Mutex<Option<F>>,
}

impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    pub const fn new(init: F) -> LazyLock<T, F> {
        LazyLock { value: OnceLock::new(), init: Mutex::new(Some(init)) }
    }

    pub fn force(this: &LazyLock<T, F>) -> &T {
        this.value.get_or_init(|| {
            let init = this.init.lock().unwrap_or_else(PoisonError::into_inner).take();
            // It was taken by a call that has panicked.
            init.expect("LazyLock instance has previously been poisoned")()
        })
    }
}

impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;

    fn deref(&self) -> &T {
        LazyLock::force(self)
    }
}

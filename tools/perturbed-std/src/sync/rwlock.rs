//! As `std::sync::RwLock`.

use super::results::{result, try_result};
use crate::pace::{PauseBefore, pause};
use crate::waiting::waiting;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::{LockResult, TryLockResult};

#[derive(Default)]
pub struct RwLock<T: ?Sized>(std::sync::RwLock<T>);

impl<T> RwLock<T> {
    pub const fn new(value: T) -> RwLock<T> {
        RwLock(std::sync::RwLock::new(value))
    }

    pub fn into_inner(self) -> LockResult<T> {
        self.0.into_inner()
    }
}

impl<T: ?Sized> RwLock<T> {
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        pause();
        result(waiting(|| self.0.read()), RwLockReadGuard::new)
    }

    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        pause();
        result(waiting(|| self.0.write()), RwLockWriteGuard::new)
    }

    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        pause();
        try_result(self.0.try_read(), RwLockReadGuard::new)
    }

    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        pause();
        try_result(self.0.try_write(), RwLockWriteGuard::new)
    }

    pub fn is_poisoned(&self) -> bool {
        pause();
        self.0.is_poisoned()
    }

    pub fn clear_poison(&self) {
        pause();
        self.0.clear_poison();
    }

    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.0.get_mut()
    }
}

impl<T> From<T> for RwLock<T> {
    fn from(value: T) -> RwLock<T> {
        RwLock::new(value)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pause();
        self.0.fmt(f)
    }
}

macro_rules! guard {
    ($name:ident) => {
        #[must_use = "if unused the RwLock will immediately unlock"]
        pub struct $name<'a, T: ?Sized> {
            // Dropped in this order.
            _before_unlocking: PauseBefore,
            guard: std::sync::$name<'a, T>,
        }

        impl<'a, T: ?Sized> $name<'a, T> {
            fn new(guard: std::sync::$name<'a, T>) -> $name<'a, T> {
                $name { _before_unlocking: PauseBefore, guard }
            }
        }

        impl<T: ?Sized> Deref for $name<'_, T> {
            type Target = T;

            fn deref(&self) -> &T {
                &self.guard
            }
        }

        impl<T: ?Sized + fmt::Debug> fmt::Debug for $name<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.guard.fmt(f)
            }
        }

        impl<T: ?Sized + fmt::Display> fmt::Display for $name<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.guard.fmt(f)
            }
        }
    };
}

guard!(RwLockReadGuard);
guard!(RwLockWriteGuard);

impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.guard
    }
}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    pub fn downgrade(guard: Self) -> RwLockReadGuard<'a, T> {
        let RwLockWriteGuard { _before_unlocking: before_others_read, guard } = guard;
        drop(before_others_read);
        RwLockReadGuard::new(std::sync::RwLockWriteGuard::downgrade(guard))
    }
}

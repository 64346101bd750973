//! Guards as std has them, with a pause before they unlock.

/// Defines a guard around std's of the same name.
macro_rules! guard {
    ($name:ident, $unused:literal) => {
        #[must_use = $unused]
        pub struct $name<'a, T: ?Sized> {
            // Dropped in this order.
            _before_unlocking: $crate::pace::PauseBefore,
            guard: std::sync::$name<'a, T>,
        }

        impl<'a, T: ?Sized> $name<'a, T> {
            pub(super) fn new(guard: std::sync::$name<'a, T>) -> $name<'a, T> {
                $name { _before_unlocking: $crate::pace::PauseBefore, guard }
            }
        }

        impl<T: ?Sized> std::ops::Deref for $name<'_, T> {
            type Target = T;

            fn deref(&self) -> &T {
                &self.guard
            }
        }

        impl<T: ?Sized + std::fmt::Debug> std::fmt::Debug for $name<'_, T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.guard.fmt(f)
            }
        }

        impl<T: ?Sized + std::fmt::Display> std::fmt::Display for $name<'_, T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.guard.fmt(f)
            }
        }
    };
}

/// What a guard can do that is alone: change the value, and be given away as std's.
macro_rules! exclusive_guard {
    ($name:ident) => {
        impl<'a, T: ?Sized> $name<'a, T> {
            pub(super) fn into_std(self) -> std::sync::$name<'a, T> {
                let $name { _before_unlocking: before_unlocking, guard } = self;
                drop(before_unlocking);
                guard
            }
        }

        impl<T: ?Sized> std::ops::DerefMut for $name<'_, T> {
            fn deref_mut(&mut self) -> &mut T {
                &mut self.guard
            }
        }
    };
}

pub(super) use {exclusive_guard, guard};

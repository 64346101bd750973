//! What `Mutex` and `RwLock` have in common.

/// Defines a lock around std's of the same name, with all but the ways to lock it.
macro_rules! lock {
    ($name:ident) => {
        #[derive(Default)]
        pub struct $name<T: ?Sized>(std::sync::$name<T>);

        impl<T> $name<T> {
            pub const fn new(value: T) -> $name<T> {
                $name(std::sync::$name::new(value))
            }

            pub fn into_inner(self) -> std::sync::LockResult<T> {
                self.0.into_inner()
            }
        }

        impl<T: ?Sized> $name<T> {
            pub fn is_poisoned(&self) -> bool {
                $crate::pace::pause();
                self.0.is_poisoned()
            }

            pub fn clear_poison(&self) {
                $crate::pace::pause();
                self.0.clear_poison();
            }

            pub fn get_mut(&mut self) -> std::sync::LockResult<&mut T> {
                self.0.get_mut()
            }
        }

        impl<T> From<T> for $name<T> {
            fn from(value: T) -> $name<T> {
                $name::new(value)
            }
        }

        impl<T: ?Sized + std::fmt::Debug> std::fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::pace::pause();
                self.0.fmt(f)
            }
        }
    };
}

pub(super) use lock;

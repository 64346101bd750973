//! As `std::sync::atomic`.

use crate::pace::pause;
use std::fmt;
use std::ops::{Deref, DerefMut};

pub use std::sync::atomic::*;

/// The wrapper of one type, with those of its operations that take a value and an ordering. What is not here is reached
/// through `Deref`, and is std's own.
macro_rules! atomic {
    ($($name:ident: $t:ty, $($fetch:ident)*;)*) => {$(
        #[derive(Default)]
        pub struct $name(std::sync::atomic::$name);

        impl $name {
            pub const fn new(value: $t) -> $name {
                $name(std::sync::atomic::$name::new(value))
            }

            pub fn into_inner(self) -> $t {
                self.0.into_inner()
            }

            pub fn load(&self, order: Ordering) -> $t {
                pause();
                self.0.load(order)
            }

            pub fn store(&self, value: $t, order: Ordering) {
                pause();
                self.0.store(value, order);
            }

            pub fn compare_exchange(&self, is: $t, new: $t, set: Ordering, fetch: Ordering) -> Result<$t, $t> {
                pause();
                self.0.compare_exchange(is, new, set, fetch)
            }

            pub fn compare_exchange_weak(&self, is: $t, new: $t, set: Ordering, fetch: Ordering) -> Result<$t, $t> {
                pause();
                self.0.compare_exchange_weak(is, new, set, fetch)
            }

            // Its closure runs between a load and an exchange.
            pub fn fetch_update(
                &self,
                set: Ordering,
                fetch: Ordering,
                mut new: impl FnMut($t) -> Option<$t>,
            ) -> Result<$t, $t> {
                pause();
                self.0.fetch_update(set, fetch, |is| {
                    pause();
                    new(is)
                })
            }

            $(
                pub fn $fetch(&self, value: $t, order: Ordering) -> $t {
                    pause();
                    self.0.$fetch(value, order)
                }
            )*
        }

        impl Deref for $name {
            type Target = std::sync::atomic::$name;

            fn deref(&self) -> &std::sync::atomic::$name {
                &self.0
            }
        }

        impl DerefMut for $name {
            fn deref_mut(&mut self) -> &mut std::sync::atomic::$name {
                &mut self.0
            }
        }

        impl From<$t> for $name {
            fn from(value: $t) -> $name {
                $name::new(value)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                pause();
                self.0.fmt(f)
            }
        }
    )*};
}

macro_rules! numbers {
    ($($name:ident: $t:ty;)*) => {
        atomic! {$(
            $name: $t, swap fetch_add fetch_sub fetch_and fetch_nand fetch_or fetch_xor fetch_max fetch_min;
        )*}
    };
}

atomic! { AtomicBool: bool, swap fetch_and fetch_nand fetch_or fetch_xor; }

numbers! {
    AtomicI8: i8;
    AtomicI16: i16;
    AtomicI32: i32;
    AtomicI64: i64;
    AtomicIsize: isize;
    AtomicU8: u8;
    AtomicU16: u16;
    AtomicU32: u32;
    AtomicU64: u64;
    AtomicUsize: usize;
}

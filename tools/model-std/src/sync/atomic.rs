//! As `std::sync::atomic`. All operations are in one order, whatever `Ordering` they are given: that a machine may show
//! them in different orders to different threads is not modelled, and where it could matter the program is refused.

use crate::place::line;
use crate::shared::{Handle, Shared};
use crate::step::perform_in_memory;
use interleavings::objects::atomic::{Atomic as State, Operation};
use interleavings::{AtomicAccess, Object, ObjectId, Operation as Any, accesses_atomic};
use std::fmt;
use std::panic::Location;

pub use std::sync::atomic::Ordering;

/// Orders what stands before it and after it, which everything is here.
pub fn fence(_: Ordering) {}

/// Orders what the compiler would exchange.
pub fn compiler_fence(_: Ordering) {}

/// A load with this order.
fn loads(order: Ordering) -> AtomicAccess {
    let acquires = matches!(order, Ordering::Acquire | Ordering::AcqRel | Ordering::SeqCst);
    AtomicAccess { reads: true, writes: false, acquires, releases: false }
}

/// What an exchange with this order does beside what a load does.
fn stores(order: Ordering) -> AtomicAccess {
    let releases = matches!(order, Ordering::Release | Ordering::AcqRel | Ordering::SeqCst);
    AtomicAccess { reads: true, writes: true, acquires: false, releases }
}

struct Number<T> {
    handle: Handle,
    value: Shared<T>,
}

impl<T: Copy> Number<T> {
    #[track_caller]
    const fn new(value: T) -> Number<T> {
        Number { handle: Handle::new(), value: Shared::new(value) }
    }

    fn id(&self) -> ObjectId {
        self.handle.id(|| Object::Atomic(State::default()))
    }

    /// Its id, as an access is about to happen that has these orders.
    #[track_caller]
    fn ordered(&self, orders: &[Ordering]) -> ObjectId {
        let id = self.id();
        let weaker = orders.iter().any(|order| *order != Ordering::SeqCst);
        let line = line(Location::caller());
        interleavings::orders_atomic(id, weaker.then_some(line));
        id
    }

    #[track_caller]
    fn load(&self, orders: &[Ordering]) -> T {
        let id = self.ordered(orders);
        let mut value = None;
        perform_in_memory(line(Location::caller()), id, Any::Atomic(id, Operation::Load), |_| {
            // SAFETY: one thread runs at a time, and none keeps a reference.
            value = Some(unsafe { *self.value.get() });
            accesses_atomic(id, loads(orders[0]));
            false
        });
        value.expect("the step has been done")
    }

    /// Changes it in one step, if `new` gives something; gives what it was, and whether it has been changed. The exchange
    /// that may fail without a reason is one that changes nothing then.
    #[track_caller]
    fn change(&self, orders: &[Ordering], operation: Operation, new: impl FnOnce(T) -> Option<T>) -> (T, bool) {
        let id = self.ordered(orders);
        let mut found = None;
        perform_in_memory(line(Location::caller()), id, Any::Atomic(id, operation), |as_it_should| {
            let at = self.value.get();
            // SAFETY: as above.
            let old = unsafe { *at };
            let new = new(old).filter(|_| as_it_should);
            if let Some(new) = new {
                // SAFETY: as above.
                unsafe { *at = new };
            }
            found = Some((old, new.is_some()));
            let access = match (operation, new) {
                (Operation::Change("store"), _) => AtomicAccess { reads: false, acquires: false, ..stores(orders[0]) },
                (_, Some(_)) => AtomicAccess { acquires: loads(orders[0]).acquires, ..stores(orders[0]) },
                (_, None) => loads(orders[orders.len() - 1]),
            };
            accesses_atomic(id, access);
            new.is_some()
        });
        found.expect("the step has been done")
    }
}

macro_rules! atomic {
    ($name:ident, $t:ty) => {
        /// As in std.
        pub struct $name(Number<$t>);

        impl $name {
            /// With this value.
            #[track_caller]
            pub const fn new(value: $t) -> $name {
                $name(Number::new(value))
            }

            /// Looks at the value.
            #[track_caller]
            pub fn load(&self, order: Ordering) -> $t {
                self.0.load(&[order])
            }

            /// Sets the value.
            #[track_caller]
            pub fn store(&self, value: $t, order: Ordering) {
                self.0.change(&[order], Operation::Change("store"), |_| Some(value));
            }

            /// Sets the value, and gives the one before.
            #[track_caller]
            pub fn swap(&self, value: $t, order: Ordering) -> $t {
                self.0.change(&[order], Operation::Change("swap"), |_| Some(value)).0
            }

            /// Sets the value if it is the expected one.
            ///
            /// # Errors
            /// Gives the value that it is.
            #[track_caller]
            pub fn compare_exchange(&self, is: $t, new: $t, set: Ordering, fetch: Ordering) -> Result<$t, $t> {
                match self
                    .0
                    .change(&[set, fetch], Operation::Change("compare_exchange"), |old| (old == is).then_some(new))
                {
                    (old, true) => Ok(old),
                    (old, false) => Err(old),
                }
            }

            /// As `compare_exchange`, but it may also fail for no reason.
            ///
            /// # Errors
            /// Gives the value that it is.
            #[track_caller]
            pub fn compare_exchange_weak(&self, is: $t, new: $t, set: Ordering, fetch: Ordering) -> Result<$t, $t> {
                match self.0.change(&[set, fetch], Operation::ExchangeWeak, |old| (old == is).then_some(new)) {
                    (old, true) => Ok(old),
                    (old, false) => Err(old),
                }
            }

            /// Looks, computes, and sets the value if it is still the same; else again.
            ///
            /// # Errors
            /// Gives the value for which there was no new one.
            #[track_caller]
            pub fn fetch_update(
                &self,
                set: Ordering,
                fetch: Ordering,
                mut new: impl FnMut($t) -> Option<$t>,
            ) -> Result<$t, $t> {
                let mut old = self.0.load(&[fetch]);
                while let Some(next) = new(old) {
                    match self.0.change(&[set, fetch], Operation::Change("compare_exchange"), |now| {
                        (now == old).then_some(next)
                    }) {
                        (old, true) => return Ok(old),
                        (now, false) => old = now,
                    }
                }
                Err(old)
            }

            /// As `fetch_update`, under its newer name.
            ///
            /// # Errors
            /// Gives the value for which there was no new one.
            #[track_caller]
            pub fn try_update(
                &self,
                set: Ordering,
                fetch: Ordering,
                new: impl FnMut($t) -> Option<$t>,
            ) -> Result<$t, $t> {
                self.fetch_update(set, fetch, new)
            }

            /// Looks, computes, and sets the value if it is still the same; else again.
            #[track_caller]
            pub fn update(&self, set: Ordering, fetch: Ordering, mut new: impl FnMut($t) -> $t) -> $t {
                match self.fetch_update(set, fetch, |old| Some(new(old))) {
                    Ok(old) | Err(old) => old,
                }
            }

            /// The value, which nobody else can reach.
            pub fn get_mut(&mut self) -> &mut $t {
                self.0.value.get();
                self.0.value.get_mut()
            }

            /// The value.
            pub fn into_inner(self) -> $t {
                self.0.value.get();
                self.0.value.into_inner()
            }
        }

        impl From<$t> for $name {
            #[track_caller]
            fn from(value: $t) -> $name {
                $name::new(value)
            }
        }

        impl Default for $name {
            #[track_caller]
            fn default() -> $name {
                $name::new(Default::default())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.load(&[Ordering::Relaxed]).fmt(f)
            }
        }
    };
}

macro_rules! integer {
    ($($name:ident $t:ty,)*) => {$(
        atomic!($name, $t);
        integer!(@ $name $t, fetch_add |a, b| a.wrapping_add(b));
        integer!(@ $name $t, fetch_sub |a, b| a.wrapping_sub(b));
        integer!(@ $name $t, fetch_max |a, b| a.max(b));
        integer!(@ $name $t, fetch_min |a, b| a.min(b));
        integer!(@ $name $t, fetch_and |a, b| a & b);
        integer!(@ $name $t, fetch_or |a, b| a | b);
        integer!(@ $name $t, fetch_xor |a, b| a ^ b);
        integer!(@ $name $t, fetch_nand |a, b| !(a & b));
    )*};
    (@ $name:ident $t:ty, $verb:ident |$a:ident, $b:ident| $new:expr) => {
        impl $name {
            /// Changes the value in one step, and gives the one before.
            #[track_caller]
            pub fn $verb(&self, $b: $t, order: Ordering) -> $t {
                self.0.change(&[order], Operation::Change(stringify!($verb)), |$a| Some($new)).0
            }
        }
    };
}

integer! {
    AtomicU8 u8, AtomicU16 u16, AtomicU32 u32, AtomicU64 u64, AtomicUsize usize,
    AtomicI8 i8, AtomicI16 i16, AtomicI32 i32, AtomicI64 i64, AtomicIsize isize,
}

atomic!(AtomicBool, bool);
integer!(@ AtomicBool bool, fetch_and |a, b| a & b);
integer!(@ AtomicBool bool, fetch_or |a, b| a | b);
integer!(@ AtomicBool bool, fetch_xor |a, b| a ^ b);
integer!(@ AtomicBool bool, fetch_nand |a, b| !(a & b));

impl AtomicBool {
    /// Changes the value to its opposite in one step, and gives the one before.
    #[track_caller]
    pub fn fetch_not(&self, order: Ordering) -> bool {
        self.0.change(&[order], Operation::Change("fetch_not"), |old| Some(!old)).0
    }
}

/// As in std.
pub struct AtomicPtr<T>(Number<*mut T>);

// SAFETY: as in std: the pointer is shared, and not what it points to.
unsafe impl<T> Send for AtomicPtr<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for AtomicPtr<T> {}

impl<T> AtomicPtr<T> {
    /// With this value.
    #[track_caller]
    pub const fn new(value: *mut T) -> AtomicPtr<T> {
        AtomicPtr(Number::new(value))
    }

    /// Looks at the value.
    #[track_caller]
    pub fn load(&self, order: Ordering) -> *mut T {
        self.0.load(&[order])
    }

    /// Sets the value.
    #[track_caller]
    pub fn store(&self, value: *mut T, order: Ordering) {
        self.0.change(&[order], Operation::Change("store"), |_| Some(value));
    }

    /// Sets the value, and gives the one before.
    #[track_caller]
    pub fn swap(&self, value: *mut T, order: Ordering) -> *mut T {
        self.0.change(&[order], Operation::Change("swap"), |_| Some(value)).0
    }

    /// Sets the value if it is the expected one.
    ///
    /// # Errors
    /// Gives the value that it is.
    #[track_caller]
    pub fn compare_exchange(&self, is: *mut T, new: *mut T, set: Ordering, fetch: Ordering) -> Result<*mut T, *mut T> {
        match self.0.change(&[set, fetch], Operation::Change("compare_exchange"), |old| (old == is).then_some(new)) {
            (old, true) => Ok(old),
            (old, false) => Err(old),
        }
    }

    /// As `compare_exchange`, but it may also fail for no reason.
    ///
    /// # Errors
    /// Gives the value that it is.
    #[track_caller]
    pub fn compare_exchange_weak(
        &self,
        is: *mut T,
        new: *mut T,
        set: Ordering,
        fetch: Ordering,
    ) -> Result<*mut T, *mut T> {
        match self.0.change(&[set, fetch], Operation::ExchangeWeak, |old| (old == is).then_some(new)) {
            (old, true) => Ok(old),
            (old, false) => Err(old),
        }
    }

    /// Looks, computes, and sets the value if it is still the same; else again.
    ///
    /// # Errors
    /// Gives the value for which there was no new one.
    #[track_caller]
    pub fn fetch_update(
        &self,
        set: Ordering,
        fetch: Ordering,
        mut new: impl FnMut(*mut T) -> Option<*mut T>,
    ) -> Result<*mut T, *mut T> {
        let mut old = self.load(fetch);
        while let Some(next) = new(old) {
            match self.compare_exchange(old, next, set, fetch) {
                Ok(old) => return Ok(old),
                Err(now) => old = now,
            }
        }
        Err(old)
    }

    /// The value, which nobody else can reach.
    pub fn get_mut(&mut self) -> &mut *mut T {
        self.0.value.get();
        self.0.value.get_mut()
    }

    /// The value.
    pub fn into_inner(self) -> *mut T {
        self.0.value.get();
        self.0.value.into_inner()
    }
}

impl<T> Default for AtomicPtr<T> {
    #[track_caller]
    fn default() -> AtomicPtr<T> {
        AtomicPtr::new(std::ptr::null_mut())
    }
}

impl<T> fmt::Debug for AtomicPtr<T> {
    #[track_caller]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.load(Ordering::SeqCst), f)
    }
}

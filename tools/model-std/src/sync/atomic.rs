//! As `std::sync::atomic`. Which value a load gives, of those that its order permits, is a choice of the search.

use crate::place::line;
use crate::shared::{Handle, Leading};
use crate::step::{perform, perform_atomic};
use interleavings::objects::atomic::{Atomic as State, Format, Operation};
use interleavings::{AtomicValue, Object, ObjectId, Operation as Any, Value};
use std::fmt;
use std::panic::Location;

pub use std::sync::atomic::Ordering;

/// As in std.
#[track_caller]
pub fn fence(order: Ordering) {
    assert!(order != Ordering::Relaxed, "there is no such thing as a relaxed fence");
    perform(line(Location::caller()), Any::Fence(order));
}

/// Orders what the compiler would exchange, and nothing between threads.
#[track_caller]
pub fn compiler_fence(order: Ordering) {
    assert!(order != Ordering::Relaxed, "there is no such thing as a relaxed compiler fence");
}

/// What an atomic may hold, known by its bits.
trait Bits: Copy {
    const FORMAT: Format;
    fn bits(self) -> Value;
    fn of(bits: Value) -> Self;
}

macro_rules! bits {
    ($($t:ty, $format:ident;)*) => {$(
        impl Bits for $t {
            const FORMAT: Format = Format::$format;

            // From and to 64 bits; what is signed keeps its value there and back.
            #[allow(clippy::cast_lossless, clippy::cast_sign_loss, clippy::cast_possible_truncation)]
            fn bits(self) -> Value {
                self as Value
            }

            #[allow(clippy::cast_lossless, clippy::cast_possible_wrap, clippy::cast_possible_truncation)]
            fn of(bits: Value) -> $t {
                bits as $t
            }
        }
    )*};
}

bits! {
    u8, Unsigned; u16, Unsigned; u32, Unsigned; u64, Unsigned; usize, Unsigned;
    i8, Signed; i16, Signed; i32, Signed; i64, Signed; isize, Signed;
}

impl Bits for bool {
    const FORMAT: Format = Format::Bool;

    fn bits(self) -> Value {
        self.into()
    }

    fn of(bits: Value) -> bool {
        bits != 0
    }
}

impl<T> Bits for *mut T {
    const FORMAT: Format = Format::Pointer;

    fn bits(self) -> Value {
        self.expose_provenance() as Value
    }

    fn of(bits: Value) -> *mut T {
        std::ptr::with_exposed_provenance_mut(bits as usize)
    }
}

/// The memory of an atomic.
struct InMemory<T>(*mut T);

impl<T: Bits> AtomicValue for InMemory<T> {
    fn place(&self) -> (usize, usize) {
        (self.0.addr(), size_of::<T>())
    }

    fn get(&self) -> Value {
        // SAFETY: one thread runs at a time, and none keeps a reference.
        unsafe { *self.0 }.bits()
    }

    fn set(&self, value: Value) {
        // SAFETY: as above.
        unsafe { *self.0 = T::of(value) };
    }
}

#[repr(C)]
struct Number<T> {
    value: Leading<T>,
    handle: Handle,
}

impl<T: Bits> Number<T> {
    #[track_caller]
    const fn new(value: T) -> Number<T> {
        Number { value: Leading::new(value), handle: Handle::new() }
    }

    #[track_caller]
    fn id(&self) -> ObjectId {
        self.handle.id(|| Object::Atomic(State::new(T::FORMAT)))
    }

    /// Does this in one step: what was read, and whether what `new` gives was written.
    #[track_caller]
    fn access(&self, operation: Operation, new: impl FnOnce(T) -> Option<T>) -> (T, bool) {
        let at = InMemory(self.value.get());
        let new = |found| new(T::of(found)).map(T::bits);
        let (found, changed) = perform_atomic(line(Location::caller()), self.id(), operation, &at, new);
        (T::of(found), changed)
    }

    #[track_caller]
    fn load(&self, order: Ordering) -> T {
        match order {
            Ordering::Release => panic!("there is no such thing as a release load"),
            Ordering::AcqRel => panic!("there is no such thing as an acquire-release load"),
            _ => self.access(Operation::Load(order), |_| None).0,
        }
    }

    #[track_caller]
    fn store(&self, value: T, order: Ordering) {
        match order {
            Ordering::Acquire => panic!("there is no such thing as an acquire store"),
            Ordering::AcqRel => panic!("there is no such thing as an acquire-release store"),
            _ => self.access(Operation::Store(order, value.bits()), |_| Some(value)),
        };
    }

    #[track_caller]
    fn update(&self, by: &'static str, order: Ordering, new: impl FnOnce(T) -> T) -> T {
        self.access(Operation::Update(by, order), |old| Some(new(old))).0
    }
}

impl<T: Bits + PartialEq> Number<T> {
    #[track_caller]
    fn exchange(&self, is: T, new: T, success: Ordering, failure: Ordering, is_weak: bool) -> Result<T, T> {
        match failure {
            Ordering::Release => panic!("there is no such thing as a release failure ordering"),
            Ordering::AcqRel => panic!("there is no such thing as an acquire-release failure ordering"),
            _ => {}
        }
        let operation = Operation::Exchange { expected: is.bits(), success, failure, is_weak };
        match self.access(operation, |old| (old == is).then_some(new)) {
            (old, true) => Ok(old),
            (old, false) => Err(old),
        }
    }

    #[track_caller]
    fn fetch_update(&self, success: Ordering, failure: Ordering, mut new: impl FnMut(T) -> Option<T>) -> Result<T, T> {
        let mut old = self.load(failure);
        while let Some(next) = new(old) {
            match self.exchange(old, next, success, failure, false) {
                Ok(old) => return Ok(old),
                Err(now) => old = now,
            }
        }
        Err(old)
    }
}

macro_rules! atomic {
    ($name:ident, $t:ty) => {
        /// As in std.
        #[repr(transparent)]
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
                self.0.load(order)
            }

            /// Sets the value.
            #[track_caller]
            pub fn store(&self, value: $t, order: Ordering) {
                self.0.store(value, order);
            }

            /// Sets the value, and returns the one before.
            #[track_caller]
            pub fn swap(&self, value: $t, order: Ordering) -> $t {
                self.0.update("swap", order, |_| value)
            }

            /// Sets the value if it is the expected one.
            ///
            /// # Errors
            /// Returns the value that it is.
            #[track_caller]
            pub fn compare_exchange(&self, is: $t, new: $t, set: Ordering, fetch: Ordering) -> Result<$t, $t> {
                self.0.exchange(is, new, set, fetch, false)
            }

            /// As `compare_exchange`, but it may also fail for no reason.
            ///
            /// # Errors
            /// Returns the value that it is.
            #[track_caller]
            pub fn compare_exchange_weak(&self, is: $t, new: $t, set: Ordering, fetch: Ordering) -> Result<$t, $t> {
                self.0.exchange(is, new, set, fetch, true)
            }

            /// Looks, computes, and sets the value if it is still the same; otherwise again.
            ///
            /// # Errors
            /// Returns the value for which there was no new one.
            #[track_caller]
            pub fn fetch_update(
                &self,
                set: Ordering,
                fetch: Ordering,
                new: impl FnMut($t) -> Option<$t>,
            ) -> Result<$t, $t> {
                self.0.fetch_update(set, fetch, new)
            }

            /// As `fetch_update`, under its newer name.
            ///
            /// # Errors
            /// Returns the value for which there was no new one.
            #[track_caller]
            pub fn try_update(
                &self,
                set: Ordering,
                fetch: Ordering,
                new: impl FnMut($t) -> Option<$t>,
            ) -> Result<$t, $t> {
                self.fetch_update(set, fetch, new)
            }

            /// Looks, computes, and sets the value if it is still the same; otherwise again.
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
                self.0.load(Ordering::Relaxed).fmt(f)
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
            /// Changes the value in one step, and returns the one before.
            #[track_caller]
            pub fn $verb(&self, $b: $t, order: Ordering) -> $t {
                self.0.update(stringify!($verb), order, |$a| $new)
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
    /// Changes the value to its opposite in one step, and returns the one before.
    #[track_caller]
    pub fn fetch_not(&self, order: Ordering) -> bool {
        self.0.update("fetch_not", order, |old| !old)
    }
}

/// As in std.
#[repr(transparent)]
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
        self.0.load(order)
    }

    /// Sets the value.
    #[track_caller]
    pub fn store(&self, value: *mut T, order: Ordering) {
        self.0.store(value, order);
    }

    /// Sets the value, and returns the one before.
    #[track_caller]
    pub fn swap(&self, value: *mut T, order: Ordering) -> *mut T {
        self.0.update("swap", order, |_| value)
    }

    /// Sets the value if it is the expected one.
    ///
    /// # Errors
    /// Returns the value that it is.
    #[track_caller]
    pub fn compare_exchange(&self, is: *mut T, new: *mut T, set: Ordering, fetch: Ordering) -> Result<*mut T, *mut T> {
        self.0.exchange(is, new, set, fetch, false)
    }

    /// As `compare_exchange`, but it may also fail for no reason.
    ///
    /// # Errors
    /// Returns the value that it is.
    #[track_caller]
    pub fn compare_exchange_weak(
        &self,
        is: *mut T,
        new: *mut T,
        set: Ordering,
        fetch: Ordering,
    ) -> Result<*mut T, *mut T> {
        self.0.exchange(is, new, set, fetch, true)
    }

    /// Looks, computes, and sets the value if it is still the same; otherwise again.
    ///
    /// # Errors
    /// Returns the value for which there was no new one.
    #[track_caller]
    pub fn fetch_update(
        &self,
        set: Ordering,
        fetch: Ordering,
        new: impl FnMut(*mut T) -> Option<*mut T>,
    ) -> Result<*mut T, *mut T> {
        self.0.fetch_update(set, fetch, new)
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
        fmt::Debug::fmt(&self.load(Ordering::Relaxed), f)
    }
}

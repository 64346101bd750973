//! As `std::thread_local!`: a value for each thread.

use crate::dropping::aborts_if_it_panics;
use crate::own::{Local, with_own};
use interleavings::objects::thread::Operation;
use interleavings::{Answer, Operation as Any, perform};
use std::any::Any as Anything;
use std::cell::{Cell, RefCell};
use std::error::Error;
use std::fmt;
use std::mem::needs_drop;
use std::rc::Rc;

/// As `std::thread::AccessError`: a value has been dropped, or is being dropped, and cannot be asked for any more.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct AccessError;

impl fmt::Debug for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessError").finish()
    }
}

impl fmt::Display for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("already destroyed")
    }
}

impl Error for AccessError {}

/// A key to a value that each thread has for itself.
pub struct LocalKey<T: 'static> {
    #[doc(hidden)]
    pub init: fn() -> T,
    /// Unlike each other key, which may have no value at all: so no two keys have one address.
    #[doc(hidden)]
    pub at: u8,
}

impl<T: 'static> fmt::Debug for LocalKey<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalKey").finish_non_exhaustive()
    }
}

impl<T: 'static> LocalKey<T> {
    /// Uses the value of the calling thread, which is made if there is none.
    ///
    /// # Panics
    /// As in std, if it has been dropped, or is being dropped.
    #[track_caller]
    pub fn with<R>(&'static self, f: impl FnOnce(&T) -> R) -> R {
        match self.try_with(f) {
            Ok(result) => result,
            Err(error) => {
                panic!("cannot access a Thread Local Storage value during or after destruction: {error:?}")
            }
        }
    }

    /// Uses the value of the calling thread, which is made if there is none.
    ///
    /// # Errors
    /// If it has been dropped, or is being dropped, as other values may ask for it when they are dropped.
    pub fn try_with<R>(&'static self, f: impl FnOnce(&T) -> R) -> Result<R, AccessError> {
        let value = match self.value()? {
            Some(value) => value,
            None => self.insert((self.init)()),
        };
        Ok(f(value.downcast_ref().expect("a key is for one type")))
    }

    fn value(&'static self) -> Result<Option<Rc<dyn Anything>>, AccessError> {
        let key = std::ptr::from_ref(self).addr();
        // Asking for it shows which thread asks.
        interleavings::with_world(|_| ());
        with_own(|own| {
            if own.dropped.borrow().contains(&key) {
                return Err(AccessError);
            }
            Ok(own.locals.borrow().iter().find(|local| local.key == key).map(|local| Rc::clone(&local.value)))
        })
    }

    fn insert(&'static self, value: T) -> Rc<dyn Anything> {
        let value: Rc<dyn Anything> = Rc::new(value);
        let key = std::ptr::from_ref(self).addr();
        let local = Local { key, needs_drop: needs_drop::<T>(), value: Rc::clone(&value) };
        with_own(|own| own.locals.borrow_mut().push(local));
        value
    }

    /// Uses the value of the calling thread if there is one, and returns it this one otherwise: as in std, the usual
    /// one is not made first.
    #[track_caller]
    fn set_to(&'static self, value: T, change: impl FnOnce(&T, T)) {
        if let Ok(None) = self.value() {
            drop(self.insert(value));
        } else {
            self.with(|there| change(there, value));
        }
    }
}

impl<T: 'static> LocalKey<Cell<T>> {
    /// Sets the value of the calling thread. As in std, it is not made first.
    pub fn set(&'static self, value: T) {
        self.set_to(Cell::new(value), |cell, value| cell.set(value.into_inner()));
    }

    /// A copy of the value of the calling thread.
    pub fn get(&'static self) -> T
    where
        T: Copy,
    {
        self.with(Cell::get)
    }

    /// The value of the calling thread, with the default in its place.
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(Cell::take)
    }

    /// The value of the calling thread, with another in its place.
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}

impl<T: 'static> LocalKey<RefCell<T>> {
    /// Looks at the value of the calling thread.
    pub fn with_borrow<R>(&'static self, f: impl FnOnce(&T) -> R) -> R {
        self.with(|cell| f(&cell.borrow()))
    }

    /// Changes the value of the calling thread.
    pub fn with_borrow_mut<R>(&'static self, f: impl FnOnce(&mut T) -> R) -> R {
        self.with(|cell| f(&mut cell.borrow_mut()))
    }

    /// Sets the value of the calling thread. As in std, it is not made first.
    pub fn set(&'static self, value: T) {
        self.set_to(RefCell::new(value), |cell, value| drop(cell.replace(value.into_inner())));
    }

    /// The value of the calling thread, with the default in its place.
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(RefCell::take)
    }

    /// The value of the calling thread, with another in its place.
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}

/// Whether the calling thread has values.
pub(crate) fn are_there() -> bool {
    with_own(|own| !own.locals.borrow().is_empty())
}

/// Where the values of the calling thread stand, each an address and a length.
pub(crate) fn left() -> Vec<(usize, usize)> {
    let place = |local: &Local| (std::ptr::from_ref(&*local.value).cast::<()>().addr(), size_of_val(&*local.value));
    with_own(|own| own.locals.borrow().iter().map(place).collect())
}

/// Drops the values of the calling thread that have something to do then.
pub(crate) fn drop_all() {
    // The last one first, as std has it on most systems. A destructor may make others.
    while let Some(value) = next_to_drop() {
        aborts_if_it_panics("of a thread-local", || drop(value));
    }
}

/// The value of the calling thread that is to be dropped next, which cannot be asked for from now on.
fn next_to_drop() -> Option<Rc<dyn Anything>> {
    with_own(|own| {
        let mut locals = own.locals.borrow_mut();
        let at = locals.iter().rposition(|local| local.needs_drop)?;
        let local = locals.remove(at);
        own.dropped.borrow_mut().push(local.key);
        Some(local.value)
    })
}

/// Drops the values of the calling thread, with which the program ends; or does not, since std does not promise it.
pub(crate) fn drop_all_at_the_end() {
    if are_there() && perform(0, || Any::Thread(Operation::RunDestructors)) == Answer::Flag(true) {
        drop_all();
    }
}

/// As in std.
#[macro_export]
macro_rules! thread_local {
    () => {};
    ($(#[$attribute:meta])* $vis:vis static $name:ident: $t:ty = const $init:block $(; $($rest:tt)*)?) => {
        $crate::thread_local!($(#[$attribute])* $vis static $name: $t = $init $(; $($rest)*)?);
    };
    ($(#[$attribute:meta])* $vis:vis static $name:ident: $t:ty = $init:expr $(; $($rest:tt)*)?) => {
        $(#[$attribute])*
        $vis static $name: $crate::LocalKey<$t> = $crate::LocalKey { init: || $init, at: 0 };
        $($crate::thread_local!($($rest)*);)?
    };
}

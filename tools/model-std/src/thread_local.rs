//! As `std::thread_local!`: a value for each thread.

use crate::own::with_own;
use interleavings::objects::thread::Operation;
use interleavings::{Answer, Operation as Any, perform};
use std::any::Any as Anything;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

pub use std::thread::AccessError;

/// A key to a value that each thread has for itself.
pub struct LocalKey<T: 'static> {
    #[doc(hidden)]
    pub init: fn() -> T,
    /// Unlike each other key, which may have no value at all: so no two keys have one address.
    #[doc(hidden)]
    pub at: u8,
}

impl<T: 'static> std::fmt::Debug for LocalKey<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LocalKey").finish_non_exhaustive()
    }
}

impl<T: 'static> LocalKey<T> {
    /// Uses the value of the calling thread, which is made if there is none.
    pub fn with<R>(&'static self, f: impl FnOnce(&T) -> R) -> R {
        let value = self.value().unwrap_or_else(|| self.insert((self.init)()));
        f(value.downcast_ref().expect("a key is for one type"))
    }

    fn value(&'static self) -> Option<Rc<dyn Anything>> {
        let key = std::ptr::from_ref(self).addr();
        // Asking for it shows which thread asks.
        interleavings::with_world(|_| ());
        with_own(|own| own.locals.borrow().iter().find(|(other, _)| *other == key).map(|(_, value)| Rc::clone(value)))
    }

    fn insert(&'static self, value: T) -> Rc<dyn Anything> {
        let value: Rc<dyn Anything> = Rc::new(value);
        let key = std::ptr::from_ref(self).addr();
        with_own(|own| own.locals.borrow_mut().push((key, Rc::clone(&value))));
        value
    }

    /// The same, or an error where the value has been dropped; which it never is while one can ask here.
    ///
    /// # Errors
    /// None.
    pub fn try_with<R>(&'static self, f: impl FnOnce(&T) -> R) -> Result<R, AccessError> {
        Ok(self.with(f))
    }
}

impl<T: 'static> LocalKey<Cell<T>> {
    /// Sets the value of the calling thread. As in std, it is not made first.
    pub fn set(&'static self, value: T) {
        if self.value().is_some() { self.with(|cell| cell.set(value)) } else { drop(self.insert(Cell::new(value))) }
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
        if self.value().is_some() {
            self.with(|cell| drop(cell.replace(value)));
        } else {
            drop(self.insert(RefCell::new(value)));
        }
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

/// Drops the values of the calling thread.
pub(crate) fn drop_all() {
    // The last one first, as std has it on most systems. A destructor may make others.
    while let Some(value) = with_own(|own| own.locals.borrow_mut().pop()) {
        drop(value);
    }
}

/// Drops the values of the main thread; or does not, since std does not promise it.
pub(crate) fn drop_all_of_main() {
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

//! As `std::thread_local!`: a value for each thread.

use interleavings::{ThreadId, current};
use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The values of one thread, by the address of their key, in the order of their making.
type Values = Vec<(usize, Rc<dyn Any>)>;

thread_local! {
    static VALUES: RefCell<BTreeMap<ThreadId, Values>> = const { RefCell::new(BTreeMap::new()) };
}

/// A key to a value that each thread has for itself.
pub struct LocalKey<T: 'static> {
    #[doc(hidden)]
    pub init: fn() -> T,
}

/// The value has been dropped, as its thread is ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccessError;

impl<T: 'static> LocalKey<T> {
    /// Uses the value of the calling thread, which is made if there is none.
    pub fn with<R>(&'static self, f: impl FnOnce(&T) -> R) -> R {
        let key = std::ptr::from_ref(self).addr();
        let me = current();
        let find = || {
            VALUES.with_borrow(|values| {
                let own = values.get(&me)?;
                own.iter().find(|(other, _)| *other == key).map(|(_, value)| Rc::clone(value))
            })
        };
        let value = find().unwrap_or_else(|| {
            let value: Rc<dyn Any> = Rc::new((self.init)());
            VALUES.with_borrow_mut(|values| values.entry(me).or_default().push((key, Rc::clone(&value))));
            value
        });
        f(value.downcast_ref().expect("a key is for one type"))
    }
}

impl<T: 'static> LocalKey<std::cell::Cell<T>> {
    /// Sets the value of the calling thread.
    pub fn set(&'static self, value: T) {
        self.with(|cell| cell.set(value));
    }

    /// A copy of the value of the calling thread.
    pub fn get(&'static self) -> T
    where
        T: Copy,
    {
        self.with(std::cell::Cell::get)
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
}

/// Forgets what the threads of an execution that is over have left: a destructor could do steps, and there are none any
/// more.
pub(crate) fn forget_all() {
    std::mem::forget(VALUES.take());
}

/// Drops the values of the calling thread.
pub(crate) fn drop_all() {
    let me = current();
    // The last one first, as std has it on most systems. A destructor may make others.
    while let Some(value) = VALUES.with_borrow_mut(|values| values.get_mut(&me)?.pop()) {
        drop(value);
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
        $vis static $name: $crate::LocalKey<$t> = $crate::LocalKey { init: || $init };
        $($crate::thread_local!($($rest)*);)?
    };
}

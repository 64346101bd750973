//! Values that threads share, and the handle that identifies an object to the execution it is used in.
//!
//! Most of the crate's unsafe code is here; the rest hands out what is kept here. All threads of an execution are
//! coroutines on one thread of the system, and the model's own locks decide which of them may reach a value.
//!
//! A `static` outlives an execution, and the next one has to find it as it was. So the bytes of its value are kept when
//! it is used first, and put back when a later execution uses it first. That is sound for what can be in a `static`:
//! it was made at compile time, so it owns nothing that a copy of its bytes would own twice. What it owns at the end of
//! an execution is taken back with all memory of that execution.

use crate::place::{line, position};
use interleavings::{Object, ObjectId, is_static, object, outside, refuse, uses, uses_static};
use std::cell::{Cell, RefCell, UnsafeCell};
use std::mem::MaybeUninit;
use std::panic::Location;

/// What is in each handle.
const MADE: u64 = 0x6576_6572_795F_6F72;

/// What an object is known by: the place where it was made, and, once it is used, its id in the execution.
#[derive(Debug)]
pub(crate) struct Handle {
    /// Says that there is a handle here: anyone who takes other memory for an atomic, by a cast, has none.
    made: u64,
    at: &'static Location<'static>,
    known: Cell<Option<ObjectId>>,
}

impl Handle {
    #[track_caller]
    pub(crate) const fn new() -> Handle {
        Handle { made: MADE, at: Location::caller(), known: Cell::new(None) }
    }

    /// Its id in this execution, in which it is what `make` gives at first.
    #[track_caller]
    pub(crate) fn id(&self, make: impl FnOnce() -> Object) -> ObjectId {
        // In memory that is gone, nothing of it can be relied on.
        let line = line(Location::caller());
        uses(std::ptr::from_ref(self).addr(), line);
        if self.made != MADE {
            refuse(line, || {
                "this object was not created as what it is used as: a pointer to other memory has been cast to it"
                    .into()
            });
        }
        object(std::ptr::from_ref(self).addr(), position(self.at), &self.known, |_| make())
    }
}

// SAFETY: used by the coroutines of an execution alone, which are on one thread of the system, and there is one execution
// at a time in the process: what they find here was left by another one that has ended.
unsafe impl Sync for Handle {}

/// What the bytes of a static were at first.
type First = RefCell<Option<Vec<MaybeUninit<u8>>>>;

/// Puts a value that is in a static, and is used for the first time in this execution, back to what it was at first.
fn as_at_first<T: ?Sized>(value: *mut T, first: &First) {
    let bytes = value.cast::<MaybeUninit<u8>>();
    if !is_static(bytes.addr()) {
        return;
    }
    // SAFETY: the value is alive, as anyone who calls this borrows what contains it.
    let size = size_of_val(unsafe { &*value });
    if uses_static(bytes.addr(), size) {
        let mut first = first.borrow_mut();
        match &*first {
            // SAFETY: the value is of that size, and any byte can be read as one that may not be initialised.
            None => *first = Some(outside(|| unsafe { std::slice::from_raw_parts(bytes, size) }.to_vec())),
            // SAFETY: of the same size; that the bytes are a value of its own is said at the top. Nobody has a reference to
            // the value, as those who had one were threads of an execution that has ended.
            Some(first) => unsafe { bytes.copy_from_nonoverlapping(first.as_ptr(), size) },
        }
    }
}

/// The value of an atomic. It comes first, as what points to an atomic may be cast to point to its value.
#[repr(C)]
pub(crate) struct Leading<T> {
    value: UnsafeCell<T>,
    first: First,
}

// SAFETY: as for `Shared`; a step is one access.
unsafe impl<T: Send> Sync for Leading<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Send for Leading<T> {}

impl<T> Leading<T> {
    pub(crate) const fn new(value: T) -> Leading<T> {
        Leading { value: UnsafeCell::new(value), first: RefCell::new(None) }
    }

    /// The value. Anyone who uses the pointer does so in its own step.
    pub(crate) fn get(&self) -> *mut T {
        let value = self.value.get();
        as_at_first(value, &self.first);
        value
    }

    pub(crate) fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }

    pub(crate) fn into_inner(self) -> T {
        self.value.into_inner()
    }
}

/// A value behind a lock of the look-alike.
pub(crate) struct Shared<T: ?Sized> {
    /// Of a static, what it was at first.
    first: First,
    value: UnsafeCell<T>,
}

// SAFETY: as std's locks, which hand out access to one thread at a time; the look-alike's locks do. What is kept beside the
// value is reached as in `Handle`.
unsafe impl<T: ?Sized + Send> Sync for Shared<T> {}
// SAFETY: as above.
unsafe impl<T: ?Sized + Send> Send for Shared<T> {}

impl<T> Shared<T> {
    pub(crate) const fn new(value: T) -> Shared<T> {
        Shared { first: RefCell::new(None), value: UnsafeCell::new(value) }
    }

    pub(crate) fn into_inner(self) -> T {
        self.value.into_inner()
    }
}

impl<T: ?Sized> Shared<T> {
    /// The value. Anyone who uses the pointer holds the lock.
    pub(crate) fn get(&self) -> *mut T {
        let value = self.value.get();
        as_at_first(value, &self.first);
        value
    }

    pub(crate) fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }
}

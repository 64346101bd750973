//! What each thread of a listing has for itself, besides its own variables.

use interleavings::{own, set_own};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

/// It is on the thread's own stack, so that it is part of the memory by which states are compared.
#[derive(Default)]
pub(crate) struct Own {
    /// The lines of the calls of `drop` that it is in.
    pub lines_of_drops: RefCell<Vec<u32>>,
    /// The values of its thread-locals, in the order of their making.
    pub locals: RefCell<Vec<Local>>,
    /// The keys of those that have been dropped, or are being dropped: they cannot be asked for any more.
    pub dropped: RefCell<Vec<usize>>,
    /// What it is printing, for each stream, as long as that is formatted.
    pub printing: [RefCell<Option<String>>; 2],
    /// Whether it has had to lock the stream for that.
    pub has_locked: [Cell<bool>; 2],
    /// On which line it prints.
    pub line: Cell<u32>,
}

/// The value of a thread-local.
pub(crate) struct Local {
    /// The address of its key.
    pub key: usize,
    /// Whether it has a destructor. What has none is there as long as the thread is.
    pub needs_drop: bool,
    pub value: Rc<dyn Any>,
}

impl fmt::Debug for Own {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Own").finish_non_exhaustive()
    }
}

impl Own {
    /// Runs the body of a thread, which has this for itself.
    pub fn with<R>(body: impl FnOnce() -> R) -> R {
        let own = Own::default();
        set_own((&raw const own).cast());
        body()
    }
}

/// What the calling thread has for itself.
pub(crate) fn with_own<R>(use_it: impl FnOnce(&Own) -> R) -> R {
    let own: *const Own = own().cast();
    // SAFETY: a thread's own is on its stack for as long as its body runs, and only that thread asks for it.
    use_it(unsafe { own.as_ref() }.expect("a thread has something of its own"))
}

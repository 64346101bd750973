//! Threads as coroutines: all of them on one thread of the system, which goes from one to the other where it is told.
//!
//! This is the one module with unsafe code. corosensei hands a coroutine the means to suspend itself by a reference that
//! lives as long as the coroutine's body. A thread of a listing needs it deep within calls that know nothing of it, so
//! it is kept as a pointer beside the coroutine, and used only by code that runs on that coroutine.

use corosensei::stack::DefaultStack;
use corosensei::{Coroutine, CoroutineResult, Yielder};
use std::cell::Cell;
use std::rc::Rc;

type Suspender = Cell<*const Yielder<(), ()>>;

/// A thread's body, which runs until it suspends itself.
pub struct Body {
    coroutine: Coroutine<(), (), (), DefaultStack>,
    suspender: Rc<Suspender>,
}

/// Suspends the body that it was made with.
#[derive(Clone)]
pub struct Pause(Rc<Suspender>);

impl Body {
    /// A body that has not begun. `stack` may be one that another body has done with.
    pub fn new(stack: DefaultStack, run: impl FnOnce() + 'static) -> Body {
        let suspender: Rc<Suspender> = Rc::new(Cell::new(std::ptr::null()));
        let own = Rc::clone(&suspender);
        let coroutine = Coroutine::with_stack(stack, move |yielder: &Yielder<(), ()>, ()| {
            own.set(yielder);
            run();
            own.set(std::ptr::null());
        });
        Body { coroutine, suspender }
    }

    /// The means to suspend it.
    pub fn pause(&self) -> Pause {
        Pause(Rc::clone(&self.suspender))
    }

    /// Runs it until it suspends itself, or ends; gives whether it has ended.
    pub fn resume(&mut self) -> bool {
        matches!(self.coroutine.resume(()), CoroutineResult::Return(()))
    }

    /// Gives its stack to be used again. If the body has not ended, it never will, and what it owns is never dropped.
    pub fn into_stack(mut self) -> DefaultStack {
        if !self.coroutine.done() {
            self.suspender.set(std::ptr::null());
            // SAFETY: what is on the stack is forgotten, which is safe for all but what is pinned there. A listing has
            // nobody else who would still look at something pinned: all its threads end with this execution, and
            // `run.rs` ends those first that may have borrowed from this one.
            unsafe { self.coroutine.force_reset() }
        }
        self.coroutine.into_stack()
    }
}

impl Pause {
    /// Suspends the body; returns when it is resumed.
    ///
    /// # Panics
    /// If the body is not running, so that there is nothing to suspend.
    pub fn suspend(&self) {
        let yielder = self.0.get();
        assert!(!yielder.is_null(), "a thread that is not running cannot wait");
        // SAFETY: the pointer is set when the body begins and taken back when it ends, and corosensei keeps what it
        // points to for that time. The caller runs on this body, as it is the one that runs: `run.rs` calls this for
        // the current thread alone.
        unsafe { (*yielder).suspend(()) }
    }
}

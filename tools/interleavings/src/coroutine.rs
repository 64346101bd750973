//! Threads as coroutines: all of them on one thread of the system, which goes from one to the other where it is told.
//!
//! corosensei hands a coroutine the means to suspend itself by a reference that lives as long as the coroutine's body. A
//! thread of a listing needs it deep within calls that know nothing of it, so it is kept as a pointer beside the
//! coroutine, and used only by code that runs on that coroutine.

use corosensei::stack::{DefaultStack, Stack};
use corosensei::{Coroutine, CoroutineResult, Yielder};
use std::cell::Cell;
use std::hint::black_box;

/// How much of a stack is below what a suspended thread needs: what the switch itself puts there.
const BELOW: usize = 1024;

/// What is at the end of a stack and differs between two executions: the link to who resumes.
const LINK: usize = 64;

/// What a thread keeps from one execution to the next, at one address: its stack, and how to suspend it.
pub struct Seat {
    stack: Cell<Option<DefaultStack>>,
    bounds: (usize, usize),
    yielder: Cell<*const Yielder<(), ()>>,
    /// The lowest address that the suspended thread needs.
    low: Cell<usize>,
}

/// A thread's body, which runs until it suspends itself.
pub struct Body {
    coroutine: Coroutine<(), (), (), DefaultStack>,
    seat: &'static Seat,
}

impl Seat {
    /// A seat with a stack of this size, in bytes, which is kept to the end of the process.
    ///
    /// # Panics
    /// Where the system gives no stack.
    pub fn new(size: usize) -> &'static Seat {
        let stack = DefaultStack::new(size).expect("the system gives a stack");
        let bounds = (stack.limit().get(), stack.base().get());
        Box::leak(Box::new(Seat {
            stack: Cell::new(Some(stack)),
            bounds,
            yielder: Cell::new(std::ptr::null()),
            low: Cell::new(0),
        }))
    }

    /// The lowest address of the stack, and its end.
    pub fn bounds(&self) -> (usize, usize) {
        self.bounds
    }

    /// What a suspended thread needs of its stack: from where on, and how many bytes.
    pub fn needed(&self) -> (usize, usize) {
        let low = self.low.get();
        (low, self.bounds.1.saturating_sub(LINK).saturating_sub(low))
    }

    /// Suspends the body on this seat; returns when it is resumed.
    ///
    /// # Panics
    /// If the body is not running, so that there is nothing to suspend.
    #[inline(never)]
    pub fn suspend(&self) {
        let here = 0_u8;
        let low = (&raw const here).addr().saturating_sub(BELOW);
        self.low.set(low.max(self.bounds.0));
        clear_below();
        let yielder = self.yielder.get();
        assert!(!yielder.is_null(), "a thread that is not running cannot wait");
        // SAFETY: the pointer is set when the body begins and taken back when it ends, and corosensei keeps what it
        // points to for that time. The caller runs on this body, as it is the one that runs: `run.rs` calls this for
        // the current thread alone.
        unsafe { (*yielder).suspend(()) }
        black_box(here);
    }
}

/// Writes zeroes where earlier calls have left something, so that it does not tell two states apart.
#[inline(never)]
pub fn clear_below() {
    black_box(&mut [0_u8; 4 * BELOW]);
}

impl Body {
    /// A body that has not begun.
    ///
    /// # Panics
    /// If the seat is taken.
    pub fn new(seat: &'static Seat, run: Box<dyn FnOnce()>) -> Body {
        let stack = seat.stack.take().expect("a seat is for one body at a time");
        let coroutine = Coroutine::with_stack(stack, move |yielder: &Yielder<(), ()>, ()| {
            seat.yielder.set(yielder);
            run();
            seat.yielder.set(std::ptr::null());
        });
        Body { coroutine, seat }
    }

    /// Its seat.
    pub fn seat(&self) -> &'static Seat {
        self.seat
    }

    /// Runs it until it suspends itself, or ends; gives whether it has ended.
    #[inline(never)]
    pub fn resume(&mut self) -> bool {
        matches!(self.coroutine.resume(()), CoroutineResult::Return(()))
    }

    /// Gives its seat back. If the body has not ended, it never will, and what it owns is never dropped.
    pub fn leave(mut self) {
        if !self.coroutine.done() {
            self.seat.yielder.set(std::ptr::null());
            // SAFETY: what is on the stack is forgotten, which is safe for all but what is pinned there. A listing has
            // nobody else who would still look at something pinned: all its threads end with this execution.
            unsafe { self.coroutine.force_reset() }
        }
        self.seat.stack.set(Some(self.coroutine.into_stack()));
    }
}

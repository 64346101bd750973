//! Threads as coroutines: all of them run on one thread of the operating system, which switches between them as it is
//! told.
//!
//! corosensei hands a coroutine the means to suspend itself by a reference that lives as long as the coroutine's body. A
//! thread of a listing needs it deep within calls that know nothing of it, so it is kept as a pointer beside the
//! coroutine, and used only by code that runs on that coroutine.
//!
//! A suspended thread is what is on its stack, and where that ends. So it can be kept, and put back later to be resumed
//! once more from there.

use corosensei::stack::{DefaultStack, Stack};
use corosensei::{Coroutine, CoroutineResult, Yielder};
use std::cell::Cell;
use std::hint::black_box;
use std::mem::MaybeUninit;

/// How much of a stack is below what a suspended thread needs: what the switch itself puts there.
const BELOW: usize = 1024;

/// What a thread keeps from one execution to the next, at one address: its stack, and how to suspend it.
pub struct Seat {
    stack: Cell<Option<DefaultStack>>,
    bounds: (usize, usize),
    /// Where the thread's own frames begin. Above is what the switch needs to come back to who resumes.
    top: Cell<usize>,
    yielder: Cell<*const Yielder<(), ()>>,
    /// The lowest address that the suspended thread needs.
    low: Cell<usize>,
    /// The lowest such address since the stack was cleared.
    lowest: Cell<usize>,
}

type Handle = Coroutine<(), (), (), DefaultStack>;

/// A thread's body, which runs until it suspends itself.
pub struct Body {
    coroutine: Handle,
    seat: &'static Seat,
}

/// A body as it was when it had suspended itself.
pub struct Suspended {
    seat: &'static Seat,
    /// A copy that is never dropped: there is one stack, and it belongs to the body, or to the seat.
    handle: MaybeUninit<Handle>,
    yielder: *const Yielder<(), ()>,
    low: usize,
    /// What is on the stack from `low` up to its end.
    stack: Vec<MaybeUninit<u8>>,
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
            top: Cell::new(bounds.1),
            yielder: Cell::new(std::ptr::null()),
            low: Cell::new(bounds.1),
            lowest: Cell::new(bounds.1),
        }))
    }

    /// The lowest address of the stack, and its end.
    pub fn bounds(&self) -> (usize, usize) {
        self.bounds
    }

    /// What a suspended thread needs of its stack: from where on, and how many bytes.
    pub fn needed(&self) -> (usize, usize) {
        let low = self.low.get();
        (low, self.top.get().saturating_sub(low))
    }

    /// All that a suspended thread has on its stack, with what is there before its own frames begin: from where on, and
    /// how many bytes. The closure that it runs may be known there alone.
    pub fn used(&self) -> (usize, usize) {
        let low = self.low.get();
        (low, self.bounds.1 - low)
    }

    /// Writes zeroes below this address, where a thread of another execution or one that has gone on from here may have
    /// left something, so that it does not tell two states apart.
    fn clear_up_to(&self, address: usize) {
        let from = self.lowest.get().saturating_sub(4 * BELOW).max(self.bounds.0);
        if from < address {
            // SAFETY: it is on the stack, which nobody uses so far down: it has no body, or gets one that is suspended
            // above.
            unsafe { std::ptr::with_exposed_provenance_mut::<u8>(from).write_bytes(0, address - from) };
        }
        self.lowest.set(address);
    }

    /// Suspends the body on this seat, and returns when it is resumed.
    ///
    /// # Panics
    /// If the body is not running, so that there is nothing to suspend.
    #[inline(never)]
    pub fn suspend(&self) {
        let here = 0_u8;
        let low = (&raw const here).addr().saturating_sub(BELOW);
        self.low.set(low.max(self.bounds.0));
        self.lowest.set(self.lowest.get().min(self.low.get()));
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

/// Writes zeroes where earlier calls have left something, so that leftovers do not keep two states apart.
#[inline(never)]
pub fn clear_below() {
    black_box(&mut [0_u8; 4 * BELOW]);
}

/// Runs a body as its first frame.
#[inline(never)]
fn begin(seat: &'static Seat, run: Box<dyn FnOnce()>) {
    let here = 0_u8;
    seat.top.set((&raw const here).addr());
    clear_registers();
    run();
    black_box((seat, here));
}

/// Has nothing in the registers that a function keeps for its caller. The explorer has left something there, which frames
/// of the thread would save on its stack.
#[inline(always)]
fn clear_registers() {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: it changes nothing but what it says it changes. The registers that are not here cannot be named, as the
    // compiler may need them.
    unsafe {
        std::arch::asm!(
            "xor r12d, r12d", "xor r13d, r13d", "xor r14d, r14d", "xor r15d, r15d",
            out("r12") _, out("r13") _, out("r14") _, out("r15") _,
            options(nomem, nostack)
        );
    }
    #[cfg(target_arch = "aarch64")]
    // SAFETY: as above.
    unsafe {
        std::arch::asm!(
            "mov x20, xzr", "mov x21, xzr", "mov x22, xzr", "mov x23, xzr", "mov x24, xzr",
            "mov x25, xzr", "mov x26, xzr", "mov x27, xzr", "mov x28, xzr",
            out("x20") _, out("x21") _, out("x22") _, out("x23") _, out("x24") _,
            out("x25") _, out("x26") _, out("x27") _, out("x28") _,
            options(nomem, nostack)
        );
    }
}

impl Body {
    /// A body that has not begun.
    ///
    /// # Panics
    /// If the seat is taken.
    pub fn new(seat: &'static Seat, run: Box<dyn FnOnce()>) -> Body {
        let stack = seat.stack.take().expect("a seat is for one body at a time");
        seat.clear_up_to(seat.bounds.1);
        let coroutine = Coroutine::with_stack(stack, move |yielder: &Yielder<(), ()>, ()| {
            seat.yielder.set(yielder);
            begin(seat, run);
            seat.yielder.set(std::ptr::null());
        });
        Body { coroutine, seat }
    }

    /// Its seat.
    pub fn seat(&self) -> &'static Seat {
        self.seat
    }

    /// Runs it until it suspends itself, or ends; returns whether it has ended.
    #[inline(never)]
    pub fn resume(&mut self) -> bool {
        matches!(self.coroutine.resume(()), CoroutineResult::Return(()))
    }

    /// What it is now, while it is suspended; none where more belongs to a stack than its bytes: Windows keeps account of
    /// how far each one has grown.
    pub fn suspended(&self) -> Option<Suspended> {
        if !cfg!(unix) {
            return None;
        }
        let low = self.seat.low.get();
        // SAFETY: as many bytes are there, any of which can be read as one that may not be initialised.
        let stack = unsafe {
            let from = std::ptr::with_exposed_provenance::<MaybeUninit<u8>>(low);
            std::slice::from_raw_parts(from, self.seat.bounds.1 - low).to_vec()
        };
        let mut handle = MaybeUninit::<Handle>::uninit();
        // SAFETY: a copy of the bytes of one that is alive.
        unsafe { handle.as_mut_ptr().copy_from_nonoverlapping(&raw const self.coroutine, 1) };
        Some(Suspended { seat: self.seat, handle, yielder: self.seat.yielder.get(), low, stack })
    }

    /// The body that was kept, on its seat, as it was then.
    ///
    /// # Panics
    /// If the seat is taken.
    ///
    /// # Safety
    /// What it uses beside its own stack is as it was then, too.
    pub unsafe fn put_back(kept: &Suspended) -> Body {
        let stack = kept.seat.stack.take().expect("a seat is for one body at a time");
        // The copy in the handle is the same one.
        std::mem::forget(stack);
        kept.seat.yielder.set(kept.yielder);
        kept.seat.low.set(kept.low);
        kept.seat.clear_up_to(kept.low);
        // SAFETY: the stack is where it was, and nobody runs on it. The handle says where it was suspended, which is true
        // again when the bytes are there; and no other handle is alive, as the seat was free.
        unsafe {
            let to = std::ptr::with_exposed_provenance_mut::<MaybeUninit<u8>>(kept.low);
            to.copy_from_nonoverlapping(kept.stack.as_ptr(), kept.stack.len());
            Body { coroutine: kept.handle.as_ptr().read(), seat: kept.seat }
        }
    }

    /// Returns its seat back. If the body has not ended, it never will, and what it owns is never dropped.
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

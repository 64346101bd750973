//! What the memory of a program is asked when it is watched: whether an access is undefined behaviour, and what a
//! `static` holds that an earlier execution has written to.

use crate::id::ThreadId;
use crate::memory::outside;
use crate::plain::{FRESH, Undefined, Who, is_memory_watched};
use crate::run::{End, RUN, Run, stay, with_run};
use report::Does;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

/// An access to memory that the compiler's instrumentation reports before it happens.
#[derive(Debug, Clone, Copy)]
pub struct MemoryAccess {
    /// The address.
    pub at: usize,
    /// How many bytes.
    pub size: usize,
    /// Whether they are read or written.
    pub does: Does,
    /// Whether what is read is only copied, so that it need not have been written.
    pub copies: bool,
    /// Where the stack of the calling thread ends, below which nothing is in use.
    pub stack: usize,
}

/// What stood in statics before they were written to first, by words of eight bytes.
static FIRST: Mutex<BTreeMap<usize, u64>> = Mutex::new(BTreeMap::new());

const WORD: usize = size_of::<u64>();

/// Returns the line of the program for which memory is being allocated; none where that is for nobody but the
/// look-alike.
type Lines = fn() -> Option<u32>;

thread_local! {
    static LINES: Cell<Option<Lines>> = const { Cell::new(None) };
}

/// Has this say on which line of a program memory is allocated, where that is watched. It is called by the allocator, and
/// on the explorer's own memory.
pub fn tell_lines_by(lines: fn() -> Option<u32>) {
    LINES.set(Some(lines));
}

/// The calling thread is about to access memory, on this line. If that is undefined behaviour, it goes no further.
///
/// # Panics
/// Outside of an execution.
pub fn accesses(access: MemoryAccess, line: u32) {
    if access.size == 0 {
        return;
    }
    let undefined = with_run(|run| {
        run.last_line.set(line);
        let who = Who { thread: run.current.get(), line, does: access.does };
        run.is_undefined(access, who)
    });
    if let Some(undefined) = undefined {
        ends(undefined);
    }
}

/// The calling thread uses an object that is at this address, on this line; 0 where none says it. If that is in memory
/// which has been freed, it goes no further.
pub fn uses(at: usize, line: u32) {
    if !is_memory_watched() {
        return;
    }
    let undefined = with_program(|run| {
        let freed = run.world.try_borrow().ok()?.past.plain.freed(at)?;
        let used = Who { thread: run.current.get(), line, does: Does::Reads };
        Some(Undefined::UseAfterFree { freed, used })
    });
    if let Some(undefined) = undefined.flatten() {
        ends(undefined);
    }
}

/// The calling thread has entered a function of the program, whose variables are from this address on.
pub fn enters(frame: usize) {
    in_functions(|frames| {
        frames.retain(|above| *above > frame);
        frames.push(frame);
    });
}

/// The calling thread leaves a function, and with it all that it has called.
pub fn leaves(frame: usize) {
    in_functions(|frames| frames.retain(|above| *above > frame));
}

/// Uses the stack pointers of the functions of the program that the calling thread is in.
fn in_functions(use_them: impl FnOnce(&mut Vec<usize>)) {
    with_program(|run| {
        if let Ok(mut world) = run.world.try_borrow_mut() {
            use_them(world.past.frames.entry(run.current.get()).or_default());
        }
    });
}

/// The lowest and the highest address of the calling thread's stack.
///
/// # Panics
/// Outside of an execution.
pub fn stack() -> (usize, usize) {
    with_run(|run| run.seats.borrow()[&run.current.get()].bounds())
}

/// The calling thread has undefined behaviour, and goes no further.
pub(crate) fn ends(undefined: Undefined) -> ! {
    with_run(|run| {
        run.end.borrow_mut().get_or_insert(End::Undefined(undefined));
    });
    stay()
}

/// A thread of the program has been given memory.
#[inline(never)]
pub(crate) fn allocated(at: *mut u8, size: usize, fill: bool) {
    if !is_memory_watched() || at.is_null() {
        return;
    }
    if fill {
        // SAFETY: so much has been allocated there, and nobody has it yet.
        unsafe { at.write_bytes(FRESH, size) };
    }
    with_program(|run| {
        if let Ok(mut world) = run.world.try_borrow_mut() {
            let line = LINES.get().and_then(|line| line()).unwrap_or_default();
            world.past.allocated(at.addr(), size, line);
        }
    });
}

/// A thread of the program frees memory. If that is undefined behaviour, it goes no further.
pub(crate) fn frees(at: *mut u8) {
    if !is_memory_watched() {
        return;
    }
    let undefined = with_program(|run| {
        let who = Who { thread: run.current.get(), line: run.last_line.get(), does: Does::Frees };
        let mut world = run.world.try_borrow_mut().ok()?;
        let past = &mut world.past;
        past.plain.free(&past.known, who, at.addr()).err()
    });
    if let Some(undefined) = undefined.flatten() {
        ends(undefined);
    }
}

/// Uses the execution if a thread of it runs.
fn with_program<R>(use_it: impl FnOnce(&Run) -> R) -> Option<R> {
    outside(|| {
        let run = RUN.with(|run| run.try_borrow().ok()?.clone()).filter(|run| run.inside.get())?;
        Some(use_it(&run))
    })
}

impl Run {
    /// Undefined behaviour in an access to an atomic at this address, if something has none.
    pub(crate) fn is_undefined_atomically(&self, at: usize, size: usize, who: Who) -> Option<Undefined> {
        if !is_memory_watched() {
            return None;
        }
        let past = &mut self.world.borrow_mut().past;
        past.plain.access(&past.known, who, at, size).err()
    }

    fn is_undefined(&self, access: MemoryAccess, who: Who) -> Option<Undefined> {
        let MemoryAccess { at, size, .. } = access;
        if access.does == Does::Writes && self.place(at).is_static() {
            self.keeps_what_was_there(at, size);
        }
        if let Some(of) = self.is_below_a_stack(at, who.thread, access.stack) {
            return Some(Undefined::Returned { used: who, of });
        }
        let past = &mut self.world.borrow_mut().past;
        if let Err(undefined) = past.plain.access(&past.known, who, at, size) {
            return Some(undefined);
        }
        let may_be_fresh = who.does == Does::Reads && !access.copies && past.plain.is_allocated(at, size);
        // SAFETY: the program is about to read it, and it has been allocated.
        let is_fresh =
            || (at..at + size).all(|byte| unsafe { *std::ptr::with_exposed_provenance::<u8>(byte) } == FRESH);
        // A copy may have been made of what was never written. So few bytes may be what the program has written itself.
        let may_be_a_value = size < size_of::<u32>() && past.plain.is_written(at, size);
        (may_be_fresh && !may_be_a_value && is_fresh()).then_some(Undefined::NeverWritten { read: who })
    }

    /// The thread on whose stack an address is where nothing is in use.
    fn is_below_a_stack(&self, at: usize, me: ThreadId, own: usize) -> Option<ThreadId> {
        let seats = self.seats.borrow();
        let is_on =
            |(_, seat): &(&ThreadId, &&crate::coroutine::Seat)| (seat.bounds().0..seat.bounds().1).contains(&at);
        let (&of, _) = seats.iter().find(is_on)?;
        // What is on the stack of a thread that is in no function any more has no owner.
        let innermost = || self.world.borrow().past.frames.get(&of).and_then(|frames| frames.last().copied());
        let lowest = if of == me { own } else { innermost().unwrap_or(usize::MAX) };
        (at < lowest).then_some(of)
    }

    /// A `static` is written to at this address: what was there is kept for the next execution.
    fn keeps_what_was_there(&self, at: usize, size: usize) {
        let mut first = FIRST.lock().unwrap_or_else(PoisonError::into_inner);
        for word in (at / WORD * WORD..at + size).step_by(WORD) {
            if self.is_in_a_value(word) {
                continue;
            }
            // SAFETY: the program is about to write to it.
            let here = || unsafe { std::ptr::with_exposed_provenance::<u64>(word).read_volatile() };
            first.entry(word).or_insert_with(here);
            self.values.borrow_mut().insert((word, WORD));
        }
    }
}

/// Puts back what stood in statics before an execution wrote to them, but for these: each an address and a length.
pub(crate) fn put_back_statics(but: &BTreeSet<(usize, usize)>) {
    let first = FIRST.lock().unwrap_or_else(PoisonError::into_inner);
    for (&word, &value) in first.iter().filter(|(word, _)| !but.contains(&(**word, WORD))) {
        // SAFETY: an execution has written to it, and none runs.
        unsafe { std::ptr::with_exposed_provenance_mut::<u64>(word).write_volatile(value) };
    }
}

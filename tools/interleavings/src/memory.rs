//! The memory of the explored program: at the same addresses in each execution, so that it can be compared.
//!
//! Each of its threads has a stack of its own, which is the same one in each execution, and an arena from which its
//! allocations are made. An allocation has the lowest address that fits, and what is freed is filled with zeroes. So
//! two executions that have come to the same state by different ways mostly have the same bytes in the same places; and
//! where the bytes are the same, what can follow is the same, whichever way led there. Dead data in a stack frame, or
//! was allocated in another order, keeps equal states apart: that costs time, but loses nothing.
//!
//! Other checkers of native code that compare states do the same, such as SimGrid's: Guthmuller, Corona, Quinson,
//! *System- level state equality detection for the formal dynamic verification of legacy distributed applications*
//! (2018).
//!
//! The explorer's own allocations are made elsewhere: from the system, as soon as a thread of the program calls it.

use crate::coroutine::clear_below;
use crate::id::ThreadId;
use crate::watched;
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicUsize, Ordering};
use xxhash_rust::xxh3::Xxh3;

/// How much one thread can allocate. The system provides it when it is written to.
const ARENA: usize = 64 << 20;

/// How many threads can have an arena. The allocations of further ones are made from the last.
const ARENAS: usize = 64;

/// Where in a program's memory something is: the same in each execution, and in each process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    region: Region,
    offset: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Region {
    /// What is there from the start: a `static`.
    Static,
    Stack(ThreadId),
    Heap(usize),
}

impl Place {
    /// Whether it is in a `static`, which outlives an execution.
    pub fn is_static(self) -> bool {
        self.region == Region::Static
    }
}

/// The allocator of a program that explores: from an arena while a thread of the explored program runs, and otherwise
/// from the system. Without it states are not compared by memory.
pub struct Arenas;

#[derive(Debug, Default, Clone)]
struct Arena {
    /// Where the rest begins that has never been allocated in this execution.
    used: usize,
    /// What has been freed, by size and alignment.
    free: BTreeMap<(usize, usize), BTreeSet<usize>>,
}

static BASES: [AtomicUsize; ARENAS] = [const { AtomicUsize::new(0) }; ARENAS];

thread_local! {
    /// The arena from which is allocated now, counted from 1; 0 for the system.
    static CURRENT: Cell<usize> = const { Cell::new(0) };
    /// The arena of the thread whose turn it is, likewise.
    static OWN: Cell<usize> = const { Cell::new(0) };
    static TABLE: RefCell<Vec<Arena>> = const { RefCell::new(Vec::new()) };
    static INSTALLED: Cell<bool> = const { Cell::new(false) };
    /// Whether a thread of the program has freed what the system had allocated (see [`inside`]).
    static FREED_ELSEWHERE: Cell<bool> = const { Cell::new(false) };
}

/// The arena that an address is in.
fn arena_of(address: usize) -> Option<usize> {
    for (arena, base) in BASES.iter().enumerate() {
        let base = base.load(Ordering::Relaxed);
        if base == 0 {
            return None;
        }
        if (base..base + ARENA).contains(&address) {
            return Some(arena);
        }
    }
    None
}

// SAFETY: what is not in an arena is the system's, before and after. A block of an arena is handed out once until it is
// freed, as it is taken out of `free` or is above `used`; it is of the rounded size and aligned.
unsafe impl GlobalAlloc for Arenas {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        match CURRENT.get() {
            // SAFETY: as for our caller.
            0 => unsafe { System.alloc(layout) },
            arena => {
                let at = outside(|| allocate(arena - 1, layout));
                watched::allocated(at, layout.size(), true);
                at
            }
        }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        match CURRENT.get() {
            // SAFETY: as for our caller.
            0 => unsafe { System.alloc_zeroed(layout) },
            // What an arena hands out is zero.
            arena => {
                let at = outside(|| allocate(arena - 1, layout));
                watched::allocated(at, layout.size(), false);
                at
            }
        }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        match arena_of(at.addr()) {
            None => {
                FREED_ELSEWHERE.set(FREED_ELSEWHERE.get() || CURRENT.get() != 0);
                // SAFETY: as for our caller.
                unsafe { System.dealloc(at, layout) }
            }
            Some(arena) => {
                watched::frees(at);
                outside(|| free(arena, at, layout));
            }
        }
    }
}

/// The size and alignment that a block really has.
fn rounded(layout: Layout) -> (usize, usize) {
    let align = layout.align().max(16);
    (layout.size().max(1).next_multiple_of(align), align)
}

fn allocate(arena: usize, layout: Layout) -> *mut u8 {
    TABLE.with_borrow_mut(|table| {
        INSTALLED.set(true);
        let base = BASES[arena].load(Ordering::Relaxed);
        let (size, align) = rounded(layout);
        let arena = &mut table[arena];
        if let Some(address) = arena.free.get_mut(&(size, align)).and_then(BTreeSet::pop_first) {
            return std::ptr::with_exposed_provenance_mut(address);
        }
        let from = (base + arena.used).next_multiple_of(align) - base;
        if from + size > ARENA {
            return std::ptr::null_mut();
        }
        arena.used = from + size;
        std::ptr::with_exposed_provenance_mut(base + from)
    })
}

fn free(arena: usize, at: *mut u8, layout: Layout) {
    let (size, align) = rounded(layout);
    // Another thread of the system has no arenas, and nothing of ours to free.
    TABLE.with_borrow_mut(|table| {
        let Some(arena) = table.get_mut(arena) else { return };
        // SAFETY: the block is of that size, and nobody has it any more.
        unsafe { at.write_bytes(0, size) };
        arena.free.entry((size, align)).or_default().insert(at.addr());
    });
}

/// Allocates from this arena while `run` runs, whose number is counted from 0.
pub(crate) fn within<R>(arena: usize, run: impl FnOnce() -> R) -> R {
    let before = (CURRENT.replace(arena + 1), OWN.replace(arena + 1));
    let result = run();
    CURRENT.set(before.0);
    OWN.set(before.1);
    result
}

/// Allocates from the arena of the thread on whose behalf the explorer does something, while `run` runs: for what that
/// thread is given. It must have nothing that the system has allocated: when it goes back, and drops that once more,
/// the system does not.
pub fn inside<R>(run: impl FnOnce() -> R) -> R {
    let before = CURRENT.replace(OWN.get());
    let result = run();
    CURRENT.set(before);
    result
}

/// Allocates from the system while `run` runs: for what the explorer does on behalf of a thread. Where that is on the
/// thread's stack, nothing is left of it there: addresses of the explorer's memory are not the same in the next
/// execution, and may come to be in what a later frame does not write.
pub fn outside<R>(run: impl FnOnce() -> R) -> R {
    struct Back(usize);
    impl Drop for Back {
        fn drop(&mut self) {
            CURRENT.set(self.0);
        }
    }
    /// In a frame of its own, which is below the one that is cleared.
    #[inline(never)]
    fn below<R>(run: impl FnOnce() -> R) -> R {
        run()
    }
    let back = Back(CURRENT.replace(0));
    let result = below(run);
    if back.0 != 0 {
        clear_below();
    }
    result
}

/// Whether memory is allocated for a thread of the program now, and so whether what runs is the program's.
pub fn is_inside() -> bool {
    CURRENT.get() != 0
}

/// The arena with this number, which is made if there is none; or the last one, if there are too many.
pub(crate) fn arena(number: usize) -> usize {
    let number = number.min(ARENAS - 1);
    TABLE.with_borrow_mut(|table| {
        if table.len() <= number {
            table.resize_with(number + 1, Arena::default);
        }
    });
    if BASES[number].load(Ordering::Relaxed) == 0 {
        BASES[number].store(new_base(), Ordering::Relaxed);
    }
    number
}

/// The address of memory for another arena.
fn new_base() -> usize {
    // An alignment of more than 16 would have the system write all of it, for zeroes.
    let layout = Layout::from_size_align(ARENA + 4096, 16).expect("a size that a layout can have");
    // SAFETY: it is not of size zero.
    let base = unsafe { System.alloc_zeroed(layout) };
    assert!(!base.is_null(), "there is no room for the memory of another thread");
    base.expose_provenance().next_multiple_of(4096)
}

/// Has all arenas of the process be at these addresses, and returns those at which they stood. Nothing must be in any
/// of them, and nobody else may use them meanwhile.
pub(crate) fn stand_at(bases: &[usize]) -> Vec<usize> {
    let all = bases.iter().copied().chain(std::iter::repeat(0));
    let before = BASES.iter().zip(all).map(|(base, next)| base.swap(next, Ordering::Relaxed));
    before.filter(|&base| base != 0).collect()
}

/// Other addresses for as many arenas as there are, where what stood behind comes before.
pub(crate) fn other_bases() -> Vec<usize> {
    let now: Vec<usize> = BASES.iter().map(|base| base.load(Ordering::Relaxed)).take_while(|&base| base != 0).collect();
    let mut others: Vec<usize> = now.iter().map(|_| new_base()).collect();
    others.sort_unstable();
    if now.is_sorted() {
        others.reverse();
    }
    others
}

/// Takes back all that has been allocated from arenas.
///
/// # Safety
/// Nobody uses any of it any more, or will free it.
pub(crate) unsafe fn reset() {
    TABLE.with_borrow_mut(|table| {
        for (arena, base) in table.iter_mut().zip(&BASES) {
            let base: *mut u8 = std::ptr::with_exposed_provenance_mut(base.load(Ordering::Relaxed));
            if arena.used > 0 {
                // SAFETY: so much is in the arena, and as for our caller.
                unsafe { base.write_bytes(0, arena.used) };
            }
            *arena = Arena::default();
        }
    });
}

/// What is in all arenas, and in some `static`s, to be put back.
pub(crate) struct Kept {
    arenas: Vec<(Arena, Vec<MaybeUninit<u8>>)>,
    statics: Vec<(usize, Vec<MaybeUninit<u8>>)>,
}

/// The bytes from an address on.
///
/// # Safety
/// All of them can be read.
unsafe fn bytes(address: usize, length: usize) -> Vec<MaybeUninit<u8>> {
    // An arena of which nothing is used may not stand anywhere.
    if length == 0 {
        return Vec::new();
    }
    // SAFETY: as for our caller; and any byte can be read as one that may not be initialised.
    unsafe { std::slice::from_raw_parts(std::ptr::with_exposed_provenance(address), length) }.to_vec()
}

/// Keeps what is in all arenas, and in these `static`s: each an address and a length.
///
/// # Safety
/// All of it can be read.
pub(crate) unsafe fn keep(statics: impl Iterator<Item = (usize, usize)>) -> Kept {
    debug_assert!(!FREED_ELSEWHERE.get(), "a thread that goes back would free it once more");
    TABLE.with_borrow(|table| {
        // SAFETY: so much is in each arena, and as for our caller.
        let of = |(arena, base): (&Arena, &AtomicUsize)| unsafe {
            (arena.clone(), bytes(base.load(Ordering::Relaxed), arena.used))
        };
        let arenas = table.iter().zip(&BASES).map(of).collect();
        // SAFETY: as for our caller.
        let statics = statics.map(|(address, length)| unsafe { (address, bytes(address, length)) }).collect();
        Kept { arenas, statics }
    })
}

/// Puts back what was kept.
///
/// # Safety
/// Nobody uses any of it who does not go back as well.
pub(crate) unsafe fn put_back(kept: &Kept) {
    let copy = |address: usize, bytes: &[MaybeUninit<u8>]| {
        if bytes.is_empty() {
            return;
        }
        // SAFETY: it is where the bytes were read, and as for our caller.
        unsafe {
            std::ptr::with_exposed_provenance_mut::<MaybeUninit<u8>>(address)
                .copy_from_nonoverlapping(bytes.as_ptr(), bytes.len());
        }
    };
    TABLE.with_borrow_mut(|table| {
        let nothing = (Arena::default(), Vec::new());
        let before = kept.arenas.iter().chain(std::iter::repeat(&nothing));
        for ((arena, base), (then, bytes)) in table.iter_mut().zip(&BASES).zip(before) {
            let base = base.load(Ordering::Relaxed);
            copy(base, bytes);
            let rest = arena.used.saturating_sub(then.used);
            if rest > 0 {
                // SAFETY: so much is in the arena, and as for our caller.
                unsafe { std::ptr::with_exposed_provenance_mut::<u8>(base + then.used).write_bytes(0, rest) };
            }
            arena.clone_from(then);
        }
    });
    for (address, bytes) in &kept.statics {
        copy(*address, bytes);
    }
}

/// Whether the program's memory is where it can be compared.
pub(crate) fn is_known() -> bool {
    INSTALLED.get()
}

/// Where something is, given the stacks by their threads: their lowest addresses and their ends.
pub(crate) fn place(address: usize, stacks: impl Iterator<Item = (ThreadId, (usize, usize))>) -> Place {
    if let Some(arena) = arena_of(address) {
        return Place { region: Region::Heap(arena), offset: address - BASES[arena].load(Ordering::Relaxed) };
    }
    for (thread, (from, to)) in stacks {
        if (from..to).contains(&address) {
            return Place { region: Region::Stack(thread), offset: address - from };
        }
    }
    static ANCHOR: u8 = 0;
    Place { region: Region::Static, offset: address.wrapping_sub((&raw const ANCHOR).addr()) }
}

/// The hash of what is in all arenas, in these stretches of stacks, and in these `static`s: each an address and a length.
///
/// # Safety
/// All of it can be read.
pub(crate) unsafe fn image(stretches: impl Iterator<Item = (usize, usize)>) -> u128 {
    let mut hasher = Xxh3::new();
    let mut add = |address: usize, length: usize| {
        hasher.update(&length.to_ne_bytes());
        if length == 0 {
            return;
        }
        // SAFETY: as for our caller. Bytes that were never written are read as what is there: it is memory of ours,
        // which the compiler has been told nothing about.
        hasher.update(unsafe { std::slice::from_raw_parts(std::ptr::with_exposed_provenance(address), length) });
    };
    TABLE.with_borrow(|table| {
        for (arena, base) in table.iter().zip(&BASES) {
            add(base.load(Ordering::Relaxed), arena.used);
        }
    });
    for (address, length) in stretches {
        add(address, length);
    }
    hasher.digest128()
}

//! What the compiler's pass for ThreadSanitizer calls before each access to memory that is not atomic. Where the program
//! is watched, the explorer is told who accesses what, and on which line.
//!
//! Parts of this crate are compiled with the listing, and so is what is generic in std. An access means something if it is
//! done for the listing: the innermost call that is not std's is one of the listing's. Who calls is found by the return
//! addresses on the stack; which lines these are is looked up once.

use crate::place::is_of_a_library;
use interleavings::count::is_running;
use interleavings::{Does, MemoryAccess, accesses, enters, is_inside, is_memory_watched, leaves, outside, stack};
use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::collections::HashMap;

/// So many return addresses tell one chain of calls from another.
const CALLS: usize = 8;

type Chain = [usize; CALLS];

/// For whom something is accessed.
#[derive(Debug, Clone, Copy)]
enum For {
    /// The listing, on this line; 0 where that is not known.
    Listing(u32),
    /// This crate, whose own accesses mean nothing.
    Model,
}

thread_local! {
    static KNOWN: RefCell<HashMap<Chain, For>> = RefCell::default();
}

/// Where a call comes from: the return address, the frame pointer and the stack pointer of who calls.
#[derive(Debug, Clone, Copy)]
struct Call {
    address: usize,
    frame: usize,
    stack: usize,
}

/// The innermost calls, by their return addresses.
fn chain(call: Call) -> Chain {
    let (from, to) = stack();
    let word = size_of::<usize>();
    let mut chain = [0; CALLS];
    let mut frame = call.frame;
    let mut address = call.address;
    for slot in &mut chain {
        *slot = address;
        let is_frame = frame.is_multiple_of(word) && (from..to.saturating_sub(2 * word)).contains(&frame);
        if !is_frame {
            break;
        }
        let at: *const usize = std::ptr::with_exposed_provenance(frame);
        // SAFETY: it is on the stack of the thread that calls, on which its frames stand above one another.
        let (next, back) = unsafe { (*at, *at.add(1)) };
        if next <= frame {
            break;
        }
        (frame, address) = (next, back);
    }
    chain
}

/// For whom the calling thread accesses memory now.
fn for_whom() -> For {
    let trace = Backtrace::force_capture().to_string();
    let calls = called(&trace);
    // What is called from here, to be told of the access, comes before.
    let last_here = calls.iter().rposition(|call| call.name.contains("instrumented_memory"));
    let innermost = calls.iter().skip(last_here.map_or(0, |last| last + 1)).find_map(|call| match call.place {
        _ if is_ours(call) => Some(For::Model),
        Some((file, line)) if !is_of_a_library(file) => Some(For::Listing(line)),
        _ => None,
    });
    innermost.unwrap_or(For::Listing(0))
}

/// A call on the stack: the name of the function, and where in its file it is, if that is known.
struct Called<'a> {
    name: &'a str,
    place: Option<(&'a str, u32)>,
}

/// The calls of a backtrace, the innermost first.
fn called(trace: &str) -> Vec<Called<'_>> {
    let mut calls: Vec<Called<'_>> = Vec::new();
    for line in trace.lines().map(str::trim) {
        if let Some(place) = line.strip_prefix("at ") {
            let place = place.rsplit_once(':').and_then(|(rest, _column)| rest.rsplit_once(':'));
            let place = place.and_then(|(file, line)| Some((file, line.parse().ok()?)));
            if let Some(call) = calls.last_mut() {
                call.place = place;
            }
        } else if let Some((_, name)) = line.split_once(": ") {
            calls.push(Called { name, place: None });
        }
    }
    calls
}

/// Whether a function is of this crate or of the one that explores.
fn is_ours(call: &Called<'_>) -> bool {
    let file = call.place.map_or("", |(file, _)| file);
    let crates = ["model_std::", "<model_std::", "interleavings::", "<interleavings::"];
    ["interleavings/src", "model-std/src"].iter().any(|folder| file.contains(folder))
        || call.place.is_none() && crates.iter().any(|name| call.name.starts_with(name))
}

/// For whom this call is made.
fn who_calls(call: Call) -> For {
    outside(|| {
        let chain = chain(call);
        let known = KNOWN.with_borrow(|known| known.get(&chain).copied());
        known.unwrap_or_else(|| {
            let found = for_whom();
            KNOWN.with_borrow_mut(|known| known.insert(chain, found));
            found
        })
    })
}

/// Tells of an access, if it is one of the listing.
fn tell(at: usize, size: usize, does: Does, copies: bool, call: Call) {
    if !is_memory_watched() || !is_inside() || !is_running() {
        return;
    }
    if let For::Listing(line) = who_calls(call) {
        accesses(MemoryAccess { at, size, does, copies, stack: call.stack }, line);
    }
}

extern "C" fn reads(at: usize, address: usize, frame: usize, stack: usize, size: usize) {
    tell(at, size, Does::Reads, false, Call { address, frame, stack });
}

extern "C" fn writes(at: usize, address: usize, frame: usize, stack: usize, size: usize) {
    tell(at, size, Does::Writes, false, Call { address, frame, stack });
}

extern "C" fn copies(
    to: *mut u8,
    from: *const u8,
    count: usize,
    address: usize,
    frame: usize,
    stack: usize,
) -> *mut u8 {
    let call = Call { address, frame, stack };
    tell(from.addr(), count, Does::Reads, true, call);
    tell(to.addr(), count, Does::Writes, false, call);
    // SAFETY: as the caller's, who copies what may overlap; for `memcpy` it does not.
    unsafe { std::ptr::copy(from, to, count) }
    to
}

extern "C" fn sets(to: *mut u8, byte: usize, count: usize, address: usize, frame: usize, stack: usize) -> *mut u8 {
    tell(to.addr(), count, Does::Writes, false, Call { address, frame, stack });
    // SAFETY: as the caller's.
    unsafe { std::ptr::write_bytes(to, byte as u8, count) }
    to
}

extern "C" fn entered(_: usize, address: usize, frame: usize, stack: usize) {
    if is_memory_watched() && is_inside() && is_running() {
        // What this crate has on the stack is nobody's business.
        if matches!(who_calls(Call { address, frame, stack }), For::Listing(_)) {
            enters(stack);
        }
    }
}

extern "C" fn left(stack: usize) {
    if is_memory_watched() && is_inside() && is_running() {
        leaves(stack);
    }
}

#[unsafe(no_mangle)]
#[unsafe(naked)]
#[cfg(target_arch = "x86_64")]
extern "C" fn __tsan_func_exit() {
    std::arch::naked_asm!("lea rdi, [rsp + 8]", "jmp {to}", to = sym left)
}

#[unsafe(no_mangle)]
#[unsafe(naked)]
#[cfg(target_arch = "aarch64")]
extern "C" fn __tsan_func_exit() {
    std::arch::naked_asm!("mov x0, sp", "b {to}", to = sym left)
}

#[unsafe(no_mangle)]
#[unsafe(naked)]
#[cfg(target_arch = "x86_64")]
extern "C" fn __tsan_func_entry() {
    std::arch::naked_asm!("mov rsi, [rsp]", "mov rdx, rbp", "lea rcx, [rsp + 8]", "jmp {to}", to = sym entered)
}

#[unsafe(no_mangle)]
#[unsafe(naked)]
#[cfg(target_arch = "aarch64")]
extern "C" fn __tsan_func_entry() {
    std::arch::naked_asm!("mov x1, x30", "mov x2, x29", "mov x3, sp", "b {to}", to = sym entered)
}

/// A function that passes on who calls it, and how much is accessed.
macro_rules! told {
    ($($size:literal: $($reads:ident)* / $($writes:ident)*;)*) => {$(
        $(told! { @ $reads reads $size })*
        $(told! { @ $writes writes $size })*
    )*};
    (@ $name:ident $to:ident $size:literal) => {
        #[unsafe(no_mangle)]
        #[unsafe(naked)]
        #[cfg(target_arch = "x86_64")]
        extern "C" fn $name() {
            std::arch::naked_asm!(
                "mov rsi, [rsp]",
                "mov rdx, rbp",
                "lea rcx, [rsp + 8]",
                "mov r8d, {size}",
                "jmp {to}",
                size = const $size,
                to = sym $to,
            )
        }

        #[unsafe(no_mangle)]
        #[unsafe(naked)]
        #[cfg(target_arch = "aarch64")]
        extern "C" fn $name() {
            std::arch::naked_asm!(
                "mov x1, x30",
                "mov x2, x29",
                "mov x3, sp",
                "mov x4, {size}",
                "b {to}",
                size = const $size,
                to = sym $to,
            )
        }
    };
}

told! {
    1: __tsan_read1 __tsan_unaligned_read1 / __tsan_write1 __tsan_unaligned_write1 __tsan_read_write1;
    2: __tsan_read2 __tsan_unaligned_read2 / __tsan_write2 __tsan_unaligned_write2 __tsan_read_write2;
    4: __tsan_read4 __tsan_unaligned_read4 / __tsan_write4 __tsan_unaligned_write4 __tsan_read_write4;
    8: __tsan_read8 __tsan_unaligned_read8 / __tsan_write8 __tsan_unaligned_write8 __tsan_read_write8;
    16: __tsan_read16 __tsan_unaligned_read16 / __tsan_write16 __tsan_unaligned_write16 __tsan_read_write16;
}

/// As above, for what is given an address, another one or a byte, and a length.
macro_rules! told_at_length {
    ($($name:ident $to:ident)*) => {$(
        #[unsafe(no_mangle)]
        #[unsafe(naked)]
        #[cfg(target_arch = "x86_64")]
        extern "C" fn $name() {
            std::arch::naked_asm!("mov rcx, [rsp]", "mov r8, rbp", "lea r9, [rsp + 8]", "jmp {to}", to = sym $to)
        }

        #[unsafe(no_mangle)]
        #[unsafe(naked)]
        #[cfg(target_arch = "aarch64")]
        extern "C" fn $name() {
            std::arch::naked_asm!("mov x3, x30", "mov x4, x29", "mov x5, sp", "b {to}", to = sym $to)
        }
    )*};
}

told_at_length! { __tsan_memcpy copies __tsan_memmove copies __tsan_memset sets }

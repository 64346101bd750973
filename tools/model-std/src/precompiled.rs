//! Intercepts calls to those functions of std that come compiled with Rust, and so without instrumentation, and reports
//! what they do to the memory passed to them.
//!
//! An explored program is linked with `--wrap` for each of them, so that a call leads to a small function written by
//! `build.rs`. That passes its number and the arguments to [`met`], and then jumps to the function itself. What some of
//! them do is unknown: a program with `unsafe` that calls one is refused, with the function's name.

use crate::callers::line_of_listing;
use interleavings::count::is_running;
use interleavings::{Does, MemoryAccess, accesses, is_inside, is_memory_watched, unmodelled};
use precompiled::Bytes;

/// A function that is met.
struct Met {
    name: &'static str,
    touches: Option<&'static [(Does, Bytes)]>,
}

include!(concat!(env!("OUT_DIR"), "/precompiled_table.rs"));

std::arch::global_asm!(include_str!(concat!(env!("OUT_DIR"), "/precompiled.s")));

/// Saves the arguments, calls [`met`] with the function's number (which is in `r11`), the arguments, and where the stack of
/// who calls ends; and goes on to the function (in `r10`). What it has saved is cleared: dead bytes of a stack can come to
/// be in a later frame, where they would tell states apart.
#[unsafe(no_mangle)]
#[unsafe(naked)]
extern "C" fn every_interleaving_meets_precompiled() {
    macro_rules! clear {
        ($($word:literal)*) => { concat!($("mov qword ptr [rsp + 8 * ", $word, "], 0\n"),*) };
    }
    std::arch::naked_asm!(
        ".cfi_startproc",
        "sub rsp, 200",
        ".cfi_def_cfa_offset 208",
        "movups [rsp], xmm0",
        "movups [rsp + 16], xmm1",
        "movups [rsp + 32], xmm2",
        "movups [rsp + 48], xmm3",
        "movups [rsp + 64], xmm4",
        "movups [rsp + 80], xmm5",
        "movups [rsp + 96], xmm6",
        "movups [rsp + 112], xmm7",
        "mov [rsp + 128], rdi",
        "mov [rsp + 136], rsi",
        "mov [rsp + 144], rdx",
        "mov [rsp + 152], rcx",
        "mov [rsp + 160], r8",
        "mov [rsp + 168], r9",
        "mov [rsp + 176], rax",
        "mov [rsp + 184], r10",
        "mov edi, r11d",
        "lea rsi, [rsp + 128]",
        "lea rdx, [rsp + 208]",
        "call {met}",
        "movups xmm0, [rsp]",
        "movups xmm1, [rsp + 16]",
        "movups xmm2, [rsp + 32]",
        "movups xmm3, [rsp + 48]",
        "movups xmm4, [rsp + 64]",
        "movups xmm5, [rsp + 80]",
        "movups xmm6, [rsp + 96]",
        "movups xmm7, [rsp + 112]",
        "mov rdi, [rsp + 128]",
        "mov rsi, [rsp + 136]",
        "mov rdx, [rsp + 144]",
        "mov rcx, [rsp + 152]",
        "mov r8, [rsp + 160]",
        "mov r9, [rsp + 168]",
        "mov rax, [rsp + 176]",
        "mov r10, [rsp + 184]",
        clear!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24),
        "add rsp, 200",
        ".cfi_def_cfa_offset 8",
        "jmp r10",
        ".cfi_endproc",
        met = sym met,
    )
}

/// A function is about to run that comes compiled, with these arguments.
extern "C" fn met(number: usize, arguments: &[usize; 6], stack: usize) {
    if !is_memory_watched() || !is_inside() || !is_running() {
        return;
    }
    let Some(line) = line_of_listing() else { return };
    let Met { name, touches } = &MET[number];
    let Some(touches) = touches else {
        unmodelled(line, || {
            format!(
                "`{name}` comes compiled with Rust, so what it does to memory cannot be seen; in a program with \
                 `unsafe` it must be known"
            )
        });
        return;
    };
    for (does, bytes) in *touches {
        for (at, size) in ranges(*bytes, arguments).into_iter().flatten() {
            let copies = matches!(bytes, Bytes::Counted(..));
            accesses(MemoryAccess { at, size, does: *does, copies, stack }, line);
        }
    }
}

/// The addresses and sizes of what is touched. No memory is allocated for them, which would be the program's.
fn ranges(bytes: Bytes, arguments: &[usize; 6]) -> [Option<(usize, usize)>; 2] {
    const WORD: usize = size_of::<usize>();
    // SAFETY: a function is about to read it, which was handed this address for it.
    let word = |at: usize| unsafe { *std::ptr::with_exposed_provenance::<usize>(at) };
    match bytes {
        Bytes::Value(at, size) => [Some((arguments[at], size)), None],
        Bytes::Slice(at) => [Some((arguments[at], arguments[at + 1])), None],
        Bytes::Counted(at, count) => [Some((arguments[at], arguments[count])), None],
        Bytes::SliceAt(at) => {
            let pointer = arguments[at];
            [Some((pointer, 2 * WORD)), Some((word(pointer), word(pointer + WORD)))]
        }
        Bytes::ValueAt(at, size) => [Some((arguments[at], WORD)), Some((word(arguments[at]), size))],
        Bytes::String(at) => {
            // SAFETY: as above.
            let text = unsafe { &*std::ptr::with_exposed_provenance::<String>(arguments[at]) };
            [Some((arguments[at], size_of::<String>())), Some((text.as_ptr().addr(), text.len()))]
        }
    }
}

//! What the compiler's pass for ThreadSanitizer calls before each non-atomic access to memory. If the program is
//! watched, the explorer learns which thread accesses what, and on which line.

use crate::callers::{Call, For, who_calls};
use interleavings::count::is_running;
use interleavings::{Does, MemoryAccess, accesses, enters, is_inside, is_memory_watched, leaves};

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
extern "C" fn __tsan_func_exit() {
    std::arch::naked_asm!("lea rdi, [rsp + 8]", "jmp {to}", to = sym left)
}

#[unsafe(no_mangle)]
#[unsafe(naked)]
extern "C" fn __tsan_func_entry() {
    std::arch::naked_asm!("mov rsi, [rsp]", "mov rdx, rbp", "lea rcx, [rsp + 8]", "jmp {to}", to = sym entered)
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
        extern "C" fn $name() {
            std::arch::naked_asm!("mov rcx, [rsp]", "mov r8, rbp", "lea r9, [rsp + 8]", "jmp {to}", to = sym $to)
        }
    )*};
}

told_at_length! { __tsan_memcpy copies __tsan_memmove copies __tsan_memset sets }

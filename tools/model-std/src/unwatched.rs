//! Where memory cannot be watched: what the compiler's pass for ThreadSanitizer calls does what it has to, and tells nobody.

macro_rules! nothing {
    ($($name:ident)*) => {$(
        #[unsafe(no_mangle)]
        extern "C" fn $name() {}
    )*};
}

nothing! {
    __tsan_func_entry __tsan_func_exit
    __tsan_read1 __tsan_unaligned_read1 __tsan_write1 __tsan_unaligned_write1 __tsan_read_write1
    __tsan_read2 __tsan_unaligned_read2 __tsan_write2 __tsan_unaligned_write2 __tsan_read_write2
    __tsan_read4 __tsan_unaligned_read4 __tsan_write4 __tsan_unaligned_write4 __tsan_read_write4
    __tsan_read8 __tsan_unaligned_read8 __tsan_write8 __tsan_unaligned_write8 __tsan_read_write8
    __tsan_read16 __tsan_unaligned_read16 __tsan_write16 __tsan_unaligned_write16 __tsan_read_write16
}

/// # Safety
/// As for the copy that it stands for.
#[unsafe(no_mangle)]
unsafe extern "C" fn __tsan_memmove(to: *mut u8, from: *const u8, count: usize) -> *mut u8 {
    // SAFETY: as the caller's.
    unsafe { std::ptr::copy(from, to, count) }
    to
}

/// # Safety
/// As for the copy that it stands for.
#[unsafe(no_mangle)]
unsafe extern "C" fn __tsan_memcpy(to: *mut u8, from: *const u8, count: usize) -> *mut u8 {
    // SAFETY: as the caller's.
    unsafe { __tsan_memmove(to, from, count) }
}

/// # Safety
/// As for the writes that it stands for.
#[unsafe(no_mangle)]
unsafe extern "C" fn __tsan_memset(to: *mut u8, byte: i32, count: usize) -> *mut u8 {
    // SAFETY: as the caller's. Of the byte the lowest eight bits count.
    unsafe { std::ptr::write_bytes(to, byte as u8, count) }
    to
}

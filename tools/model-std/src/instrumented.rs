//! What the compiler's pass for ThreadSanitizer calls: this makes the accesses to an `Arc`'s counts visible, which are
//! std's own.
//!
//! A listing is compiled with that pass, and the functions that it calls are those below instead of ThreadSanitizer's.
//! What is generic in std is compiled with the listing. So are parts of this crate, whose own accesses mean nothing.

use crate::place::is_of_a_library;
use interleavings::count::{access, drops_content, fence, has_dropped_content, is_running};
use interleavings::objects::count::Operation;
use interleavings::outside;
use std::backtrace::Backtrace;
use std::sync::atomic::{AtomicU64, Ordering};

/// The line of the listing that calls: of the innermost call in one of its files. 0 if none does.
pub(crate) fn line() -> u32 {
    outside(|| {
        let trace = Backtrace::force_capture().to_string();
        let places = trace.lines().filter_map(|line| line.trim().strip_prefix("at "));
        let mut places = places.filter_map(|place| {
            let (rest, _column) = place.rsplit_once(':')?;
            let (file, line) = rest.rsplit_once(':')?;
            Some((file, line.parse::<u32>().ok()?))
        });
        let ours = ["interleavings/src", "model-std/src"];
        let is_ours = |file: &str| is_of_a_library(file) || ours.iter().any(|folder| file.contains(folder));
        places.find(|(file, _)| !is_ours(file)).map_or(0, |(_, line)| line)
    })
}

fn count(at: *const u64) -> &'static AtomicU64 {
    // SAFETY: the compiler's pass calls this for an atomic of this size, which is alive during the call.
    unsafe { AtomicU64::from_ptr(at.cast_mut()) }
}

/// # Safety
/// As for the access that it stands for.
#[unsafe(no_mangle)]
unsafe extern "C" fn __tsan_atomic64_load(at: *const u64, order: i32) -> u64 {
    let mut found = 0;
    let mut load = || {
        found = count(at).load(Ordering::SeqCst);
        false
    };
    if is_running() {
        access(at.addr(), line, Operation::Load, ordering(order), load);
    } else {
        load();
    }
    found
}

/// # Safety
/// As for the access that it stands for.
#[unsafe(no_mangle)]
unsafe extern "C" fn __tsan_atomic64_store(at: *const u64, value: u64, order: i32) {
    let store = || {
        count(at).store(value, Ordering::SeqCst);
        true
    };
    if is_running() {
        access(at.addr(), line, Operation::Exchange, ordering(order), store);
    } else {
        store();
    }
}

/// # Safety
/// As for the access that it stands for.
#[unsafe(no_mangle)]
unsafe extern "C" fn __tsan_atomic64_fetch_add(at: *const u64, more: u64, order: i32) -> u64 {
    let mut before = 0;
    let mut add = || {
        before = count(at).fetch_add(more, Ordering::SeqCst);
        true
    };
    if is_running() {
        access(at.addr(), line, Operation::Add, ordering(order), add);
    } else {
        add();
    }
    before
}

/// # Safety
/// As for the access that it stands for.
#[unsafe(no_mangle)]
unsafe extern "C" fn __tsan_atomic64_fetch_sub(at: *const u64, less: u64, order: i32) -> u64 {
    if !is_running() {
        return count(at).fetch_sub(less, Ordering::SeqCst);
    }
    // The count of `Weak`s comes after that of owners, with which an allocation begins. When all owners are gone and
    // the content is, what they had of it together goes down as well.
    let is_of_owners = at.addr().is_multiple_of(2 * size_of::<u64>());
    if !is_of_owners {
        has_dropped_content(at.addr().wrapping_sub(size_of::<u64>()));
    }
    let mut before = 0;
    access(at.addr(), line, Operation::Subtract, ordering(order), || {
        before = count(at).fetch_sub(less, Ordering::SeqCst);
        true
    });
    if before == 1 && is_of_owners {
        drops_content(at.addr());
    }
    before
}

/// # Safety
/// As for the access that it stands for.
#[unsafe(no_mangle)]
unsafe extern "C" fn __tsan_atomic64_compare_exchange_val(
    at: *const u64,
    expected: u64,
    new: u64,
    order: i32,
    _: i32,
) -> u64 {
    let mut found = 0;
    let mut exchange = || {
        let result = count(at).compare_exchange(expected, new, Ordering::SeqCst, Ordering::SeqCst);
        found = result.unwrap_or_else(|found| found);
        result.is_ok()
    };
    if is_running() {
        access(at.addr(), line, Operation::Exchange, ordering(order), exchange);
    } else {
        exchange();
    }
    found
}

/// An order, by the number that the compiler's pass has for it.
fn ordering(order: i32) -> Ordering {
    match order {
        0 => Ordering::Relaxed,
        1 | 2 => Ordering::Acquire,
        3 => Ordering::Release,
        4 => Ordering::AcqRel,
        _ => Ordering::SeqCst,
    }
}

/// What is called in every function, and says nothing here.
macro_rules! nothing {
    ($($name:ident)*) => {$(
        #[unsafe(no_mangle)]
        extern "C" fn $name(_: *const u8) {}
    )*};
}

nothing! { __tsan_vptr_read }

#[unsafe(no_mangle)]
extern "C" fn __tsan_vptr_update(_: *const u8, _: *const u8) {}

#[unsafe(no_mangle)]
extern "C" fn __tsan_init() {}

#[unsafe(no_mangle)]
extern "C" fn __tsan_atomic_thread_fence(order: i32) {
    if is_running() {
        fence(ordering(order));
    }
}

#[unsafe(no_mangle)]
extern "C" fn __tsan_atomic_signal_fence(_: i32) {}

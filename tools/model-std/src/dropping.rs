//! `drop`, which records the line for what it drops, since a `Drop` cannot know where it was called from.

use crate::own::with_own;
use crate::place::line;
use interleavings::{catch, unmodelled};
use std::panic::Location;

/// As `std::mem::drop`.
#[track_caller]
pub fn drop<T>(value: T) {
    let _call = Call::begin(line(Location::caller()));
    std::mem::drop(value);
}

/// Drops what nobody is left to catch a panic of: where its destructor panics, std aborts the program, and there is no
/// step for that.
pub(crate) fn aborts_if_it_panics(whose: &str, drops: impl FnOnce()) {
    if let Err((payload, panic)) = catch(drops) {
        // Its own destructor may panic as well.
        std::mem::forget(payload);
        unmodelled(panic.line, || format!("the destructor {whose} panics here, which makes std abort the program"));
    }
}

/// The line of the `drop` that the calling thread is in.
pub(crate) fn line_of_drop() -> Option<u32> {
    with_own(|own| own.lines_of_drops.borrow().last().copied())
}

struct Call;

impl Call {
    fn begin(line: u32) -> Call {
        with_own(|own| own.lines_of_drops.borrow_mut().push(line));
        Call
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        with_own(|own| own.lines_of_drops.borrow_mut().pop());
    }
}

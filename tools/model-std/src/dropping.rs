//! `drop`, which tells what it drops on which line that happens: a `Drop` is not told from where it is called.

use crate::place::line;
use interleavings::{ThreadId, current};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::panic::Location;

thread_local! {
    /// The lines of the calls that each thread is in. While a guard is dropped, other threads have their turns.
    static LINES: RefCell<BTreeMap<ThreadId, Vec<u32>>> = const { RefCell::new(BTreeMap::new()) };
}

/// As `std::mem::drop`.
#[track_caller]
pub fn drop<T>(value: T) {
    let _call = Call::begin(line(Location::caller()));
    std::mem::drop(value);
}

/// The line of the `drop` that the calling thread is in.
pub(crate) fn line_of_drop() -> Option<u32> {
    LINES.with_borrow(|lines| lines.get(&current())?.last().copied())
}

/// What an execution that was given up has left.
pub(crate) fn forget_all() {
    LINES.with_borrow_mut(BTreeMap::clear);
}

struct Call;

impl Call {
    fn begin(line: u32) -> Call {
        LINES.with_borrow_mut(|lines| lines.entry(current()).or_default().push(line));
        Call
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        LINES.with_borrow_mut(|lines| lines.get_mut(&current()).and_then(Vec::pop));
    }
}

//! As `std::panic`, for threads that are coroutines. The hook is that of the explorer, and so is not here.

use crate::place::line;
use crate::program::message;
use interleavings::{catch, panic_begins};
use std::any::Any;

pub use std::panic::{AssertUnwindSafe, Location, PanicHookInfo, RefUnwindSafe, UnwindSafe, panic_any};

/// Runs a closure up to its end or its panic.
///
/// # Errors
/// Where it panics: the payload.
pub fn catch_unwind<R>(f: impl FnOnce() -> R + UnwindSafe) -> crate::thread::Result<R> {
    catch(f).map_err(|(payload, _)| payload)
}

/// Panics with a payload that has been caught before.
#[track_caller]
pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {
    panic_begins(&message(&*payload), line(Location::caller()));
    std::panic::resume_unwind(payload)
}

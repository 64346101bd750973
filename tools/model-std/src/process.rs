//! As `std::process`, as far as it ends the program.

pub use std::process::{ExitCode, Termination};

use crate::place::line;
use crate::thread_local::drop_all_at_the_end;
use interleavings::objects::thread::Operation;
use interleavings::{End, Operation as Any, exit as end_all};
use std::panic::Location;

/// Ends the program; no destructor runs, except perhaps those of the calling thread's thread-locals. Std promises neither
/// that they do nor that they don't, and on Linux they do: the C library's `exit`, which std calls, runs them first.
#[track_caller]
pub fn exit(code: i32) -> ! {
    let line = line(Location::caller());
    drop_all_at_the_end();
    end_all(|| End::Exited(code), line, || Any::Thread(Operation::Exit))
}

//! As `std::process`, as far as it ends the program.

pub use std::process::{ExitCode, Termination};

use crate::place::line;
use interleavings::objects::thread::Operation;
use interleavings::{End, Operation as Any, exit as end_all};
use std::panic::Location;

/// Ends the program at once; no destructor runs.
#[track_caller]
pub fn exit(code: i32) -> ! {
    end_all(|| End::Exited(code), line(Location::caller()), || Any::Thread(Operation::Exit))
}

//! The line of a listing that a step is on.

use std::panic::Location;

/// The line; 0 where the call comes from a library, as for a function that an iterator calls by its name, or for what
/// this crate does itself to show a value.
pub(crate) fn line(at: &Location<'_>) -> u32 {
    position(at).0
}

/// The line and the column; 0 and 0 where the call comes from a library.
pub(crate) fn position(at: &Location<'_>) -> (u32, u32) {
    if is_of_a_library(at.file()) { (0, 0) } else { (at.line(), at.column()) }
}

/// Whether a file is not a listing's.
pub(crate) fn is_of_a_library(file: &str) -> bool {
    let ours = file!().trim_end_matches("place.rs");
    file.starts_with("/rustc/") || file.contains("rustlib") || file.starts_with(ours)
}

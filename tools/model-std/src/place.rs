//! The line of a listing that a step stands on.

use std::panic::Location;

/// The line; 0 where the call comes from a library, as for a function that an iterator calls by its name, or for what
/// this crate does itself to show a value.
pub(crate) fn line(at: &Location<'_>) -> u32 {
    let file = at.file();
    let ours = file!().trim_end_matches("place.rs");
    let of_a_library = file.starts_with("/rustc/") || file.contains("rustlib") || file.starts_with(ours);
    if of_a_library { 0 } else { at.line() }
}

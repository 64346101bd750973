//! The line of a listing that a step stands on.

use std::panic::Location;

/// The line; 0 where the call comes from the library, as for a function that an iterator calls by its name.
pub(crate) fn line(at: &Location<'_>) -> u32 {
    let of_the_library = at.file().starts_with("/rustc/") || at.file().contains("rustlib");
    if of_the_library { 0 } else { at.line() }
}

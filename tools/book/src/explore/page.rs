//! Writes what was found as one page, and never over what is not such a page.

use anyhow::{Context, Result, bail};
use catalog::Schedules;
use mdbook_listings::alone::{self, GENERATOR};
use std::path::Path;

/// How many bytes of schedules a page may have. It is opened from a disk, so there is room for a large board.
const MOST: usize = 2 * 1024 * 1024;

/// What may be written over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// An older page of this command alone.
    Pages,
    /// Whatever is there.
    Anything,
}

/// Writes the page of a program.
pub fn write(to: &Path, over: Over, name: &str, code: &str, found: &Schedules) -> Result<()> {
    if over == Over::Pages && to.exists() && !is_ours(to) {
        bail!(
            "{}: is there already, and is no page of this command\n  help: give another name; or --force, to write over it",
            to.display()
        );
    }
    let found = explorer::no_larger_than(MOST, found.clone()).map_err(anyhow::Error::msg)?;
    std::fs::write(to, alone::page(name, code, &found))
        .with_context(|| format!("{}: cannot be written\n  help: give a path in a folder of yours", to.display()))
}

/// Whether a file is a page that this command has written.
fn is_ours(file: &Path) -> bool {
    let mark = format!("<meta name=\"generator\" content=\"{GENERATOR}\">");
    std::fs::read_to_string(file).is_ok_and(|text| text.contains(&mark))
}

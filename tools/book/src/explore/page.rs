//! Writes the findings as one page, and never overwrites anything that is not such a page.

use anyhow::{Context, Result, bail};
use catalog::Schedules;
use mdbook_listings::alone::{self, GENERATOR};
use std::path::Path;

/// How many bytes of schedules a page may hold. It is opened from disk, so there is room for a large board.
const MOST: usize = 2 * 1024 * 1024;

/// What may be overwritten.
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
            "{}: already exists, and was not written by this command\n  help: give another name, or --force to \
             overwrite it",
            to.display()
        );
    }
    let found = explorer::no_larger_than(MOST, found.clone()).map_err(anyhow::Error::msg)?;
    std::fs::write(to, alone::page(name, code, &found)).with_context(|| {
        format!("{}: cannot be written\n  help: give a path in a folder that you can write to", to.display())
    })
}

/// Whether this command wrote the file.
fn is_ours(file: &Path) -> bool {
    let mark = format!("<meta name=\"generator\" content=\"{GENERATOR}\">");
    std::fs::read_to_string(file).is_ok_and(|text| text.contains(&mark))
}

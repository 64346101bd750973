//! Builds the pages of the book, and prints where they are.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Builds the book, into `folder` if given instead of the one in book.toml, prints where its first page is, and opens
/// that page if asked to.
pub fn build_and_tell(root: &Path, folder: Option<PathBuf>, open: bool) -> Result<()> {
    let mut book = render::load(root)?;
    if let Some(folder) = folder {
        book.config.build.build_dir = folder;
    }
    let page = render::build(&book)?;
    println!("{}", page.display());
    if open {
        open::that(&page).with_context(|| format!("cannot open a browser; open {} yourself", page.display()))?;
    }
    Ok(())
}

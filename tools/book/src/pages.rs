//! Builds the pages of the book, and tells where they are.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Builds the book, into another folder than book.toml says if one is given, prints where its first page is, and opens that
/// if asked to.
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

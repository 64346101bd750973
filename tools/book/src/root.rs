//! Finds the book: the nearest folder, here or above, with a book.toml.

use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// The root of the book around the current folder.
pub fn find() -> Result<PathBuf> {
    let here = std::env::current_dir().context("there is no current folder")?;
    match here.ancestors().find(|folder| folder.join("book.toml").is_file()) {
        Some(root) => Ok(root.to_path_buf()),
        None => bail!("{}: no book.toml here or above\n  help: run this in a folder of the book", here.display()),
    }
}

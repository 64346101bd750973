//! Writes the book for e-readers.

use anyhow::{Context, Result};
use std::path::Path;

/// Builds the pages, makes the EPUB from them, and prints where it is.
pub fn epub(root: &Path) -> Result<()> {
    let book = render::load(root)?;
    book.build()?;
    let pages = book.build_dir_for("html");
    let bytes = mdbook_site::epub(root, &book.config, &book.book, &pages)?;
    let file = render::beside_the_pages(root, &book, "epub");
    std::fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))?;
    println!("{}", file.display());
    Ok(())
}

//! Builds the book with mdBook as a library, the preprocessor and the backend in the same process.

use anyhow::{Context, Result};
use mdbook_driver::MDBook;
use mdbook_listings::Listings;
use mdbook_site::Site;
use std::path::{Path, PathBuf};

/// Loads the book, with our preprocessor and backend in place of the commands that stock mdBook would run.
pub fn load(root: &Path) -> Result<MDBook> {
    let mut book = MDBook::load(root)?;
    book.with_preprocessor(Listings).with_renderer(Site);
    Ok(book)
}

/// A file that is the whole book, after its title, in the folder that mdBook builds into.
pub fn beside_the_pages(root: &Path, book: &MDBook, extension: &str) -> PathBuf {
    let stem = mdbook_site::file_stem(book.config.book.title.as_deref().unwrap_or_default());
    root.join(&book.config.build.build_dir).join(stem).with_extension(extension)
}

/// Builds the book and gives the path of its first page.
pub fn build(root: &Path) -> Result<PathBuf> {
    build_loaded(&load(root)?)
}

fn build_loaded(book: &MDBook) -> Result<PathBuf> {
    book.build()?;
    Ok(book.build_dir_for("html").join("index.html"))
}

/// Builds the book, into another folder than book.toml says if one is given, prints where its first page is, and opens that
/// if asked to.
pub fn build_and_tell(root: &Path, folder: Option<PathBuf>, open: bool) -> Result<()> {
    let mut book = load(root)?;
    if let Some(folder) = folder {
        book.config.build.build_dir = folder;
    }
    let page = build_loaded(&book)?;
    println!("{}", page.display());
    if open {
        open::that(&page).with_context(|| format!("cannot open a browser; open {} yourself", page.display()))?;
    }
    Ok(())
}

//! Builds the book with mdBook as a library, with the preprocessor and the backend in the same process.

mod saved;

pub use saved::{build_aside, pages_aside};

use anyhow::Result;
use mdbook_driver::MDBook;
use mdbook_listings::Listings;
use mdbook_site::Site;
use std::path::{Path, PathBuf};

/// Loads the book, with our preprocessor and backend instead of the commands that stock mdBook would run.
///
/// # Errors
/// Where its book.toml or its summary cannot be read.
pub fn load(root: &Path) -> Result<MDBook> {
    let mut book = MDBook::load(root)?;
    book.with_preprocessor(Listings).with_renderer(Site);
    Ok(book)
}

/// Builds the pages of a loaded book and returns the path of the first.
///
/// # Errors
/// What is wrong with a chapter or a listing, or which file cannot be written.
pub fn build(book: &MDBook) -> Result<PathBuf> {
    book.build()?;
    Ok(book.build_dir_for("html").join("index.html"))
}

/// The path of a file that holds the whole book, named after its title, in the folder that mdBook builds into.
pub fn beside_the_pages(root: &Path, book: &MDBook, extension: &str) -> PathBuf {
    let stem = mdbook_site::file_stem(book.config.book.title.as_deref().unwrap_or_default());
    root.join(&book.config.build.build_dir).join(stem).with_extension(extension)
}

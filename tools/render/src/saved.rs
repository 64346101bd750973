//! Builds a book that is being read while it is built: aside, and of chapters that have just been saved their pages first.
//!
//! mdBook renders all chapters or none. So those that nobody has saved are given to it empty, which takes it no time, and
//! with them it makes of the others the pages that it makes in the whole book: what a page has from other chapters, their
//! names and numbers and what our preprocessor puts there, is not taken from their text.

use anyhow::Result;
use mdbook_driver::MDBook;
use mdbook_driver::book::Book;
use std::path::{Path, PathBuf};

/// Builds the whole book in a folder of its own, and returns that of its pages.
///
/// # Errors
/// What is wrong with a chapter or a listing, or which file cannot be written.
pub fn build_aside(root: &Path) -> Result<PathBuf> {
    let mut book = crate::load(root)?;
    aside(&mut book, "whole");
    book.build()?;
    Ok(book.build_dir_for("html"))
}

/// Makes the pages of the chapters in these files, in a folder of its own. Returns the folder, and the pages' paths below it.
///
/// There are none where the whole book has to be built: if one of the files is no chapter, or a page says something of the
/// whole book. What is in a page is what the whole book has there; pages of other chapters may change as well.
///
/// # Errors
/// What is wrong with a chapter or a listing, or which file cannot be written.
pub fn pages_aside(root: &Path, files: &[PathBuf]) -> Result<(PathBuf, Vec<PathBuf>)> {
    let mut book = crate::load(root)?;
    let source = book.source_dir();
    aside(&mut book, "saved");
    let folder = book.build_dir_for("html");
    let saved = files.iter().map(|file| chapter(&book.book, file.strip_prefix(&source).ok()?));
    let Some(saved) = saved.collect::<Option<Vec<PathBuf>>>().filter(|saved| !saved.is_empty()) else {
        return Ok((folder, Vec::new()));
    };
    book.with_preprocessor(mdbook_listings::Only(saved.clone())).with_renderer(mdbook_site::Only(saved.clone()));
    book.build()?;
    let pages = saved.iter().map(|chapter| chapter.with_extension("html"));
    let mut pages: Vec<PathBuf> = pages.filter(|page| folder.join(page).is_file()).collect();
    if pages.len() < saved.len() {
        return Ok((folder, Vec::new()));
    }
    if book.book.chapters().next().and_then(|first| first.path.as_ref()).is_some_and(|first| saved.contains(first)) {
        pages.push("index.html".into());
    }
    Ok((folder, pages))
}

/// Has a book built beside the one that is read.
fn aside(book: &mut MDBook, name: &str) {
    book.config.build.build_dir = book.config.build.build_dir.join("aside").join(name);
}

/// The path of the chapter that has this one.
fn chapter(book: &Book, path: &Path) -> Option<PathBuf> {
    book.chapters().find_map(|chapter| chapter.path.clone().filter(|own| own == path))
}

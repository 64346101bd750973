//! The whole book as one file, for an e-reader and for paper: put beside the pages, and told of in them.
//!
//! The EPUB is made with the pages. The PDF needs a browser and minutes, so it is added to pages that are there already, by
//! whoever has printed them ([`add_pdf`]): until then they have an empty place and no link, and pages that are built anew
//! have neither the file nor the link.

use crate::place::Place;
use crate::{file_stem, paths, read, to_root, write};
use at_once::at_once;
use maud::{Markup, html};
use mdbook_renderer::book::Book;
use mdbook_renderer::config::Config;
use std::path::Path;

/// Where a page has the place for the files.
pub const PLACE: Place = Place("<div class=\"whole-book\"></div>");

/// Where the link to the PDF comes to stand.
const FOR_PAPER: Place = Place("<div class=\"whole-book-for-paper\"></div>");

/// Puts the EPUB beside the pages, if there is one, and a link to it where they have the place for it; there the link to
/// the PDF will stand too.
///
/// # Errors
/// A file cannot be read or written.
pub fn add_epub(config: &Config, book: &Book, pages: &Path, bytes: Option<&[u8]>) -> anyhow::Result<()> {
    let file = bytes.map(|bytes| File { name: name(config, "epub"), size: bytes.len(), what: "for an e-reader" });
    if let (Some(file), Some(bytes)) = (&file, bytes) {
        write(&pages.join("downloads").join(&file.name), bytes)?;
    }
    fill(PLACE, book, pages, |root| {
        html! { div.whole-book { @if let Some(file) = &file { (file.link(root)) } div.whole-book-for-paper {} } }
    })
}

/// Puts the PDF of the pages beside them, and a link to it where they have the place for it.
///
/// # Errors
/// A file cannot be read or written.
pub fn add_pdf(config: &Config, book: &Book, pages: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let file = File { name: name(config, "pdf"), size: bytes.len(), what: "for paper" };
    write(&pages.join("downloads").join(&file.name), bytes)?;
    fill(FOR_PAPER, book, pages, |root| file.link(root))
}

fn name(config: &Config, extension: &str) -> String {
    format!("{}.{extension}", file_stem(config.book.title.as_deref().unwrap_or_default()))
}

/// Fills the place in every page that has it, with what is made for the way from that page to the folder of the pages.
fn fill(place: Place, book: &Book, pages: &Path, with: impl Fn(&str) -> Markup + Sync) -> anyhow::Result<()> {
    let all = paths(book).into_iter().chain(["print.html".to_string()]);
    let filled = at_once(all, |path| {
        let file = pages.join(&path);
        let html = if file.is_file() { read(&file)? } else { return Ok(()) };
        match place.is_in(&html) {
            true => write(&file, place.fill(&html, || with(&to_root(&path)).into_string()).as_bytes()),
            false => Ok(()),
        }
    });
    filled.into_iter().collect()
}

/// One of the files.
struct File {
    name: String,
    size: usize,
    what: &'static str,
}

impl File {
    fn link(&self, root: &str) -> Markup {
        html! {
            p { a href=(format!("{root}downloads/{}", self.name)) download { (self.name) } ", " (size(self.size)) ", " (self.what) }
        }
    }
}

/// In the unit of which there is at least one.
fn size(bytes: usize) -> String {
    match bytes {
        0..999_001 => format!("{} kB", bytes.div_ceil(1000)),
        _ => {
            let tenths = bytes.div_ceil(100_000);
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_has_one_unit() {
        assert_eq!([1, 999_000, 999_001, 23_845_142].map(size), ["1 kB", "999 kB", "1.0 MB", "23.9 MB"]);
    }
}

//! What people say and a listing refutes, as a chapter's tables have it.

use catalog::Id;
use chapters::Piece;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// What people say, and which listing refutes it.
pub struct Misconception {
    /// The words, as Markdown.
    pub words: String,
    /// The listing.
    pub refuted_by: Id,
    /// The chapter that says so.
    pub chapter: PathBuf,
    /// The link to the listing, in the chapter's content.
    pub range: Range<usize>,
    /// The id of its place on the page.
    pub id: String,
}

/// The rows of the chapter's tables: the first cell has the words.
pub fn misconceptions(book: &chapters::Book, path: &Path) -> Vec<Misconception> {
    let Some(chapter) = book.chapters.iter().find(|chapter| chapter.path == path) else {
        return Vec::new();
    };
    let mut found: Vec<Misconception> = Vec::new();
    for (range, piece) in &chapter.pieces {
        let Piece::Reference(reference) = piece else { continue };
        let row = chapter.content[..range.start].rsplit('\n').next().unwrap_or_default();
        let Some(words) = row.strip_prefix('|').and_then(|row| row.split('|').next()) else { continue };
        let before = found.iter().filter(|other| other.refuted_by == reference.id).count();
        let nth = if before == 0 { String::new() } else { format!("-{}", before + 1) };
        found.push(Misconception {
            words: words.trim().to_string(),
            refuted_by: reference.id.clone(),
            chapter: chapter.path.clone(),
            range: range.clone(),
            id: format!("refuted-by-{}{nth}", reference.id.in_html()),
        });
    }
    found
}

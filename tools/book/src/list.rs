//! Lists the listings of the book, or those that match.

use crate::output::print;
use anyhow::{Result, bail};
use catalog::{Catalog, Listing, slashes};
use chapters::Book;
use serde::Serialize;
use std::fmt::Write as _;
use std::path::Path;

/// One listing, as `cargo book list --json` gives it.
#[derive(Serialize)]
struct Row {
    id: String,
    number: Option<usize>,
    caption: String,
    verdict: &'static str,
    codes: Vec<String>,
    chapter: Option<String>,
    file: String,
}

impl Row {
    fn new(listing: &Listing, catalog: &Catalog, book: &Book) -> Row {
        let place = book.places.get(&listing.id);
        Row {
            id: listing.id.to_string(),
            number: catalog.numbers.of(&listing.id),
            caption: listing.caption.clone(),
            verdict: listing.intent.word(),
            codes: listing.codes().into_iter().map(str::to_string).collect(),
            chapter: place.map(|place| slashes(&Path::new("src").join(place))),
            file: slashes(&listing.file),
        }
    }
}

impl Row {
    /// Whether it contains all of these words, in upper or lower case.
    fn has(&self, words: &[String]) -> bool {
        let all = [&self.id, &self.caption, self.verdict, self.chapter.as_deref().unwrap_or_default()].join(" ");
        let all = format!("{all} {}", self.codes.join(" ")).to_lowercase();
        words.iter().all(|word| all.contains(&word.to_lowercase()))
    }

    /// The chapter in short: `threads/spawning`.
    fn short_chapter(&self) -> &str {
        let chapter = self.chapter.as_deref().unwrap_or_default();
        chapter.trim_start_matches("src/").trim_end_matches(".md")
    }
}

/// The listings that contain all of these words; without words, all listings.
fn rows(root: &Path, words: &[String]) -> Result<Vec<Row>> {
    let catalog = Catalog::load(root)?;
    let book = Book::load(root)?;
    let rows = catalog.listings.values().map(|listing| Row::new(listing, &catalog, &book));
    let rows: Vec<Row> = rows.filter(|row| row.has(words)).collect();
    if rows.is_empty() && !words.is_empty() {
        let words = words.join(" ");
        bail!(
            "no listing has `{words}` in its id, caption, verdict, codes or chapter\n  help: {}",
            catalog.is_it(&words)
        );
    }
    Ok(rows)
}

/// Prints the rows as a JSON array.
pub fn print_json(root: &Path, words: &[String]) -> Result<()> {
    print(&format!("{}\n", serde_json::to_string_pretty(&rows(root, words)?)?))
}

/// Prints the rows as a table, one line each, without what would not fit: captions and files.
pub fn print_table(root: &Path, words: &[String]) -> Result<()> {
    let rows = rows(root, words)?;
    let width = |column: fn(&Row) -> usize| rows.iter().map(column).max().unwrap_or(0);
    let id = width(|row| row.id.len());
    let codes = width(|row| row.codes.join(",").len());
    let verdict = width(|row| row.verdict.len());
    let mut table = String::new();
    for row in &rows {
        writeln!(
            table,
            "{:id$}  {:verdict$}  {:codes$}  {}",
            row.id,
            row.verdict,
            row.codes.join(","),
            row.short_chapter()
        )?;
    }
    writeln!(table, "{} {}", rows.len(), if rows.len() == 1 { "listing" } else { "listings" })?;
    print(&table)
}

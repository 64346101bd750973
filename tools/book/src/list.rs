//! Lists every listing of the book.

use crate::output::print;
use anyhow::Result;
use catalog::{Catalog, Listing};
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

fn slashes(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

fn rows(root: &Path) -> Result<Vec<Row>> {
    let catalog = Catalog::load(root)?;
    let book = Book::load(root)?;
    Ok(catalog.listings.values().map(|listing| Row::new(listing, &catalog, &book)).collect())
}

/// Prints the rows as a JSON array.
pub fn print_json(root: &Path) -> Result<()> {
    print(&format!("{}\n", serde_json::to_string_pretty(&rows(root)?)?))
}

/// Prints the rows as a table with a line for each.
pub fn print_table(root: &Path) -> Result<()> {
    let rows = rows(root)?;
    let width = |column: fn(&Row) -> usize| rows.iter().map(column).max().unwrap_or(0);
    let id = width(|row| row.id.len());
    let codes = width(|row| row.codes.join(",").len());
    let chapter = width(|row| row.chapter.as_deref().unwrap_or("").len());
    let file = width(|row| row.file.len());
    let mut table = String::new();
    for row in &rows {
        writeln!(
            table,
            "{:id$}  {:6}  {:codes$}  {:chapter$}  {:file$}  {}",
            row.id,
            row.verdict,
            row.codes.join(","),
            row.chapter.as_deref().unwrap_or(""),
            row.file,
            row.caption
        )?;
    }
    writeln!(table, "{} listings", rows.len())?;
    print(&table)
}

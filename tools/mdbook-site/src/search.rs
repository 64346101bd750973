//! The index of the search: two scripts, since a page on the disk can read nothing else.
//!
//! `search/names.js` has what things are called: chapters, sections, listings with the compiler's messages, error codes,
//! terms, misconceptions, items of std. It is small, and answers first. `search/text.js` has the words of the sections
//! and the code of the listings. How they are ranked is for `theme/search.js` to say, which reads them.

use crate::items::{Item, items};
use crate::page::{Page, Row, Section};
use catalog::{Catalog, CompileError, Evidence, EvidenceKind, Id, Listing};
use serde::Serialize;
use std::collections::BTreeMap;

/// The function of `theme/search.js` that the scripts call.
const TAKE: &str = "everyInterleavingSearch";

/// What an entry names. The script knows them by these numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(into = "u8")]
enum Kind {
    Chapter = 0,
    Section = 1,
    Listing = 2,
    Error = 3,
    Misconception = 4,
    Term = 5,
    Item = 6,
}

impl From<Kind> for u8 {
    fn from(kind: Kind) -> u8 {
        kind as u8
    }
}

/// One thing that can be found: kind, page, id there, title, and what else is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Entry(Kind, usize, String, String, Vec<String>);

/// The first script.
#[derive(Serialize)]
struct Names<'a> {
    /// Path and title of each page.
    pages: Vec<(&'a str, &'a str)>,
    entries: Vec<Entry>,
}

/// The two scripts, by their paths.
pub fn scripts(
    catalog: &Catalog,
    evidence: &BTreeMap<&Id, Evidence>,
    pages: &[Page],
) -> serde_json::Result<[(&'static str, String); 2]> {
    let by_id = catalog.listings.values().map(|listing| (listing.id.in_html(), listing)).collect();
    let (mut names, mut texts) = (Vec::new(), Vec::new());
    for (at, page) in pages.iter().enumerate() {
        for (within, section) in page.sections.iter().enumerate() {
            names.push(heading(at, within, section));
            names.extend(section.rows.iter().filter_map(|row| row_entry(at, section, row)));
            names.extend(figures(at, section, &by_id, evidence));
            texts.extend(text(at, section));
            texts.extend(programs(at, section, &by_id));
        }
    }
    for Item { name, paths, place: (at, within) } in items(catalog, pages) {
        let section = &pages[at].sections[within];
        let known = paths.into_iter().chain([section.title.clone()]).collect();
        names.push(Entry(Kind::Item, at, section.id.clone(), name, known));
    }
    let pages = pages.iter().map(|page| (page.path.as_str(), page.title())).collect();
    Ok([
        ("search/names.js", script("names", &Names { pages, entries: names })?),
        ("search/text.js", script("text", &texts)?),
    ])
}

fn script(step: &str, content: &impl Serialize) -> serde_json::Result<String> {
    Ok(format!("{TAKE}(\"{step}\",{});\n", serde_json::to_string(content)?))
}

fn heading(page: usize, within: usize, section: &Section) -> Entry {
    let kind = match within {
        _ if is_code(&section.title) => Kind::Error,
        0 => Kind::Chapter,
        _ => Kind::Section,
    };
    let known = section.blocks.first().map(|block| first_sentence(block).to_string());
    Entry(kind, page, section.id.clone(), section.title.clone(), known.into_iter().collect())
}

fn first_sentence(text: &str) -> &str {
    text.find(['.', '?', ':', ';']).map_or(text, |end| &text[..=end])
}

/// Whether this is a code of the compiler's errors, such as `E0277`.
fn is_code(title: &str) -> bool {
    title.len() == 5 && title.starts_with('E') && title[1..].bytes().all(|byte| byte.is_ascii_digit())
}

/// A term with its meaning, or what people say with what is true.
fn row_entry(page: usize, section: &Section, row: &Row) -> Option<Entry> {
    let kind = match row.kind.as_str() {
        "Term" => Kind::Term,
        "People say" => Kind::Misconception,
        _ => return None,
    };
    let mut cells = row.cells.iter().cloned();
    Some(Entry(kind, page, section.id.clone(), cells.next()?, cells.next().into_iter().collect()))
}

fn figures(
    page: usize,
    section: &Section,
    by_id: &BTreeMap<String, &Listing>,
    evidence: &BTreeMap<&Id, Evidence>,
) -> Vec<Entry> {
    let entry = |figure: &crate::page::Figure| {
        let listing = by_id.get(&figure.id)?;
        let mut known = messages(&evidence[&listing.id]);
        known.push(listing.id.to_string());
        let title = format!("{}: {}", figure.name, figure.caption);
        Some(Entry(Kind::Listing, page, figure.id.clone(), title, known))
    };
    section.figures.iter().filter_map(entry).collect()
}

/// What the compiler says of a listing, each error in its first line.
fn messages(evidence: &Evidence) -> Vec<String> {
    let first_line = |error: CompileError| match error.code {
        Some(code) => format!("{code}: {}", error.message),
        None => error.message,
    };
    let errors = CompileError::parse(evidence.text(EvidenceKind::Errors)).unwrap_or_default();
    let mut messages: Vec<String> = Vec::new();
    for message in errors.into_iter().map(first_line) {
        if !messages.contains(&message) {
            messages.push(message);
        }
    }
    messages
}

/// The words of a section; its tables only where they say more than the entries above.
fn text(page: usize, section: &Section) -> Option<Entry> {
    let mut blocks = section.blocks.clone();
    let rows = section.rows.iter().filter(|row| !matches!(row.kind.as_str(), "Term" | "People say" | "Listing"));
    blocks.extend(rows.map(|row| row.cells.join(" · ")));
    let entry = Entry(Kind::Section, page, section.id.clone(), section.title.clone(), blocks);
    (!entry.4.is_empty()).then_some(entry)
}

/// The notes and the code of listings.
fn programs(page: usize, section: &Section, by_id: &BTreeMap<String, &Listing>) -> Vec<Entry> {
    let entry = |figure: &crate::page::Figure| {
        let listing = by_id.get(&figure.id)?;
        let mut blocks: Vec<String> = listing.note.iter().cloned().collect();
        let lines = listing.shown.lines.iter().map(|line| line.text.trim()).filter(|line| line.len() > 1);
        blocks.extend(lines.map(str::to_string));
        Some(Entry(Kind::Listing, page, figure.id.clone(), format!("{}: {}", figure.name, figure.caption), blocks))
    };
    section.figures.iter().filter_map(entry).collect()
}

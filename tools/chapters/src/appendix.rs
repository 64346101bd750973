//! Chapters that are known by what they are for: they exist, and their tables are whole, as far as that can be counted.

use crate::book::Book;
use crate::chapter::{Chapter, Piece, Table};
use crate::settings::{BOOK_TOML, Settings};
use catalog::{Catalog, Problem};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What is wrong with the chapters that the settings name, and with settings that name none.
pub fn appendices(book: &Book, settings: &Settings) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (setting, named) in settings.named() {
        let (path, place) = named.split_once('#').map_or((named.as_str(), None), |(path, id)| (path, Some(id)));
        let chapter = book.chapters.iter().find(|chapter| chapter.path == Path::new(path));
        let fault = match (chapter, place) {
            (None, _) => format!("its `{setting}` is {path}, which is no chapter"),
            (Some(chapter), Some(id)) if !chapter.headings.iter().any(|heading| heading.id == id) => {
                format!("its `{setting}` is {named}, and that chapter has no section of this id")
            }
            _ => continue,
        };
        let remedy = "say where it has moved to, or remove the setting";
        problems.push(Problem::in_file(Path::new(BOOK_TOML), fault, remedy));
    }
    let chapter = |path: &Option<std::path::PathBuf>| {
        let path = path.as_ref()?;
        book.chapters.iter().find(|chapter| chapter.path == *path)
    };
    problems.extend(chapter(&settings.search.glossary).into_iter().flat_map(|chapter| glossary(chapter, book)));
    problems.extend(chapter(&settings.chapters.notes).into_iter().flat_map(numbered));
    problems
}

/// The rows of a chapter's tables: the line, and the cells.
fn rows(chapter: &Chapter) -> impl Iterator<Item = (usize, Vec<&str>)> {
    let lines = (1..).zip(chapter.content.lines());
    let rows = lines.filter_map(|(line, text)| Some((line, text.strip_prefix('|')?.strip_suffix('|')?)));
    let mut rows = rows.map(|(line, row)| (line, row.split('|').map(str::trim).collect::<Vec<_>>())).peekable();
    // A head has a row of hyphens below it.
    std::iter::from_fn(move || {
        loop {
            let row = rows.next()?;
            let is_ruler = |row: &(usize, Vec<&str>)| row.1.iter().all(|cell| cell.starts_with("--"));
            if !is_ruler(&row) && !rows.peek().is_some_and(|below| below.0 == row.0 + 1 && is_ruler(below)) {
                return Some(row);
            }
        }
    })
}

/// Terms that stand twice or out of their order, and those that are not set in italics where they are said to be explained.
///
/// That a term is missing cannot be seen: chapters set in italics what they stress as well.
fn glossary(chapter: &Chapter, book: &Book) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut at = |line: usize, fault: String, remedy: &str| {
        problems.push(Problem::at_line(&chapter.file(), line, fault, remedy));
    };
    let mut terms: BTreeSet<String> = BTreeSet::new();
    for (line, cells) in rows(chapter) {
        let term = cells[0].to_lowercase();
        if !terms.insert(term.clone()) {
            at(line, format!("the term `{}` stands twice", cells[0]), "keep one");
        } else if terms.last() != Some(&term) {
            let fault = format!("the term `{}` is out of its order", cells[0]);
            at(line, fault, "move it to where a reader looks for it: the terms are sorted");
        }
        let link =
            cells.last().and_then(|cell| cell.split_once("](")).map_or("", |(_, link)| link.trim_end_matches(')'));
        let page = link.split('#').next().unwrap_or_default().trim_start_matches("../");
        // A link that leads nowhere is told by the tests of the pages.
        let Some(explaining) = book.chapters.iter().find(|chapter| chapter.path == Path::new(page)) else { continue };
        // "leak (of an auto trait)": what is in parentheses says which one.
        let word = term.split(" (").next().unwrap_or_default();
        if !explaining.italics.iter().any(|italic| italic.contains(word) || word.contains(italic.as_str())) {
            let fault = format!("the term `{}` does not stand in italics in {page}", cells[0]);
            at(line, fault, "lead to where it is explained, and set it in italics there");
        }
    }
    problems
}

/// Rows whose numbers, `2.14`, stand twice, and numbers that are missing before the last one of their set.
fn numbered(chapter: &Chapter) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut found: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (line, cells) in rows(chapter) {
        let number = cells[0].split_once('.').and_then(|(set, row)| Some((set.parse().ok()?, row.parse().ok()?)));
        let fault = match number {
            None => format!("`{}` is no number of a row", cells[0]),
            Some(number) => match found.insert(number, line) {
                Some(_) => format!("the row {} stands twice", cells[0]),
                None => continue,
            },
        };
        problems.push(Problem::at_line(
            &chapter.file(),
            line,
            fault,
            "each statement has one row, and its number once",
        ));
    }
    for (&(set, row), &line) in &found {
        if row > 1 && !found.contains_key(&(set, row - 1)) {
            let fault = format!("the row {set}.{} is missing, and {set}.{row} is here", row - 1);
            problems.push(Problem::at_line(&chapter.file(), line, fault, "restore it from the history"));
        }
    }
    problems
}

/// Tables of an error below the heading of another one.
pub fn tables_below_another_heading(book: &Book, catalog: &Catalog) -> Vec<Problem> {
    let mut problems = Vec::new();
    let codes: BTreeSet<String> = catalog.listings.values().flat_map(crate::errors_of).collect();
    for chapter in &book.chapters {
        for (range, piece) in &chapter.pieces {
            let Piece::Table(Table::Error(code)) = piece else { continue };
            let above = chapter.headings.iter().rev().find(|heading| heading.range.end <= range.start);
            let heading = above.map_or("", |heading| heading.words.trim_matches('`'));
            if heading != code && codes.contains(heading) {
                let fault = format!("the table of {code} stands below the heading of {heading}");
                let remedy = "move it: the errors on the pages of listings lead to the heading above their table";
                problems.push(Problem::at_line(&chapter.file(), chapter.line_of(range), fault, remedy));
            }
        }
    }
    problems
}

/// Sections that one numbered chapter has and another has not. A book has each of these in all of them, or in none.
pub fn missing_sections(book: &Book) -> Vec<Problem> {
    const SECTIONS: [&str; 2] = ["Remember", "Questions"];
    let has = |chapter: &Chapter, name: &str| chapter.headings.iter().any(|heading| heading.words == name);
    let numbered: Vec<&Chapter> = book.chapters.iter().filter(|chapter| chapter.number.is_some()).collect();
    let mut problems = Vec::new();
    for name in SECTIONS {
        let Some(other) = numbered.iter().find(|chapter| has(chapter, name)) else { continue };
        for chapter in numbered.iter().filter(|chapter| !has(chapter, name)) {
            let fault = format!("has no section `## {name}`");
            let remedy = format!("write it, as in {}: a reader looks for it in each chapter", slashes(&other.file()));
            problems.push(Problem::in_file(&chapter.file(), fault, remedy));
        }
    }
    problems
}

fn slashes(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

//! The headings that a chapter must have: one title, the sections of its kind, and above the table of an error its code.

use crate::book::Book;
use crate::chapter::Chapter;
use crate::piece::{NO_CODE, Piece, Table};
use catalog::{Catalog, Problem, slashes};
use std::collections::BTreeSet;

/// Chapters without a title, and with more than one.
pub(crate) fn titles(book: &Book) -> Vec<Problem> {
    let mut problems = Vec::new();
    for chapter in &book.chapters {
        let mut titles = chapter.headings.iter().filter(|heading| heading.level == 1);
        let Some(title) = titles.next() else {
            let remedy = format!("begin it with `# {}`", chapter.title);
            problems.push(Problem::in_file(&chapter.file(), "has no title", remedy));
            continue;
        };
        for second in titles {
            let fault = format!("`# {}` is a second title, after `# {}`", second.words, title.words);
            let remedy = format!("make it a section, `## {}`, or a chapter of its own", second.words);
            problems.push(Problem::at_line(&chapter.file(), chapter.line_of(&second.range), fault, remedy));
        }
    }
    problems
}

/// Tables of an error below another heading than its code.
pub(crate) fn tables_below_another_heading(book: &Book, catalog: &Catalog) -> Vec<Problem> {
    let mut problems = Vec::new();
    let codes: BTreeSet<String> = catalog.listings.values().flat_map(crate::errors_of).collect();
    for chapter in &book.chapters {
        for (range, piece) in &chapter.pieces {
            let Piece::Table(Table::Error(code)) = piece else { continue };
            let above = chapter.headings.iter().rev().find(|heading| heading.range.end <= range.start);
            let heading = above.map_or("", |heading| heading.words.trim_matches('`'));
            let (fault, remedy) = match heading {
                own if own == code => continue,
                other if codes.contains(other) => (
                    format!("the table of {code} stands below the heading of {other}"),
                    "move it: the errors on the pages of listings lead to the heading above their table".to_string(),
                ),
                // Errors without a code have no heading that a reader would know from elsewhere, and a table of what no
                // listing has is told of as such.
                _ if code == NO_CODE || !codes.contains(code) => continue,
                other => (
                    format!("the table of {code} stands below the heading `{other}`, which is not its code"),
                    format!("call the section `## {code}`: listings and search lead there, and a reader looks for it"),
                ),
            };
            problems.push(Problem::at_line(&chapter.file(), chapter.line_of(range), fault, remedy));
        }
    }
    problems
}

/// Sections that one numbered chapter has and another has not. A book has each of these in all of them, or in none. What
/// opens a part teaches nothing, so there is nothing to remember of it.
pub(crate) fn missing_sections(book: &Book) -> Vec<Problem> {
    const SECTIONS: [&str; 2] = ["Remember", "Questions"];
    let has = |chapter: &Chapter, name: &str| chapter.headings.iter().any(|heading| heading.words == name);
    let numbered: Vec<&Chapter> = book.read_through().collect();
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

//! Chapters that are known by what they are for: they exist, and their tables are whole, as far as that can be counted.

use crate::book::Book;
use crate::chapter::Chapter;
use crate::piece::Piece;
use crate::rows::rows;
use crate::settings::{BOOK_TOML, Settings};
use crate::statements::statements;
use catalog::Problem;
use std::collections::BTreeSet;
use std::path::Path;

/// What is wrong with the chapters that the settings name, and with settings that name none.
pub(crate) fn appendices(book: &Book, settings: &Settings) -> Vec<Problem> {
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
    problems.extend(chapter(&settings.search.misconceptions).into_iter().flat_map(misconceptions));
    problems.extend(chapter(&settings.chapters.statements).into_iter().flat_map(statements));
    problems
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
        let Some((_, link)) = cells.last().and_then(|cell| cell.split_once("](")) else {
            let fault = format!("the term `{}` does not say where it is explained", cells[0]);
            at(line, fault, "put a link to the chapter into the last cell of the row");
            continue;
        };
        let page = link.trim_end_matches(')').split('#').next().unwrap_or_default().trim_start_matches("../");
        // A link that leads nowhere is told with those of all chapters.
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

/// Rows without a listing that refutes what people say.
fn misconceptions(chapter: &Chapter) -> Vec<Problem> {
    let references = chapter.pieces.iter().filter(|(_, piece)| matches!(piece, Piece::Reference(_)));
    let refuted: BTreeSet<usize> = references.map(|(range, _)| chapter.line_of(range)).collect();
    let believed = rows(chapter).filter(|(line, _)| !refuted.contains(line));
    let problem = |(line, cells): (usize, Vec<&str>)| {
        let fault = format!("no listing refutes `{}`", cells[0]);
        let remedy = "put `[](listing:part/name)` into the last cell of the row, or take the row out";
        Problem::at_line(&chapter.file(), line, fault, remedy)
    };
    believed.map(problem).collect()
}

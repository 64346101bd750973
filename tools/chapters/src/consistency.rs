//! What must hold between the chapters and the catalog: each shows only what the other has.

use crate::appendix::appendices;
use crate::book::Book;
use crate::chapter::Chapter;
use crate::counted::counted;
use crate::links::{dead_links, leads_to};
use crate::outline::{missing_sections, tables_below_another_heading, titles};
use crate::piece::{NO_CODE, Piece, Reference, Show, Table, Timeline, Version};
use crate::predictions::choices_that_evidence_denies;
use crate::promises::promises_without_a_place;
use crate::questions::missing_questions;
use crate::settings::Settings;
use crate::shapes::{shapes_asked_twice, shapes_that_ask_for_nothing};
use crate::targets::missing_targets;
use at_once::at_once;
use catalog::{Blame, Catalog, Explored, Id, Listing, Problem, Problems, slashes};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Listings that no chapter shows, chapters without a listing, pieces that name what does not exist, tables that leave
/// something out, evidence that is missing, and files that belong to no listing.
///
/// All that can be seen of a book without a compiler, once its chapters and its catalog could be read.
pub fn inconsistencies(book: &Book, catalog: &Catalog) -> Problems {
    let mut problems = catalog.stale_files();
    for found in at_once(catalog.listings.values(), |listing| catalog.evidence(listing).1) {
        problems.extend(found);
    }
    let explored = catalog.explored();
    let settings = Settings::load(&catalog.root).unwrap_or_else(|problem| {
        problems.push(problem);
        Settings::default()
    });
    for chapter in &book.chapters {
        if chapter.pieces.is_empty() {
            let remedy = "show one with `{{#listing part/name}}`, or refer to one with `[](listing:part/name)`";
            problems.push(Problem::in_file(&chapter.file(), "shows no listing and refers to none", remedy));
        }
        for (range, piece) in &chapter.pieces {
            if let Some((fault, remedy)) = fault_of(piece, book, catalog, &explored) {
                problems.push(Problem::at_line(&chapter.file(), chapter.line_of(range), fault, remedy));
            }
        }
    }
    for listing in catalog.listings.values() {
        if !book.places.contains_key(&listing.id) {
            let remedy = format!("show it with `{{{{#listing {}}}}}`, or remove it", listing.id);
            problems.push(Problem::in_file(&listing.file, "is shown by no chapter", remedy));
        }
    }
    problems.extend(missing_targets(book, &settings.paths, catalog, &explored));
    problems.extend(shown_twice(book));
    problems.extend(tables(book, catalog));
    problems.extend(tables_below_another_heading(book, catalog));
    problems.extend(shapes_that_ask_for_nothing(catalog, &explored));
    problems.extend(shapes_asked_twice(catalog));
    problems.extend(titles(book));
    problems.extend(missing_sections(book));
    problems.extend(choices_that_evidence_denies(book, catalog));
    problems.extend(neighbours_that_are_others(book));
    problems.extend(promises_without_a_place(book));
    problems.extend(dead_links(book, &catalog.root));
    problems.extend(images_that_are_not_there(book, catalog));
    problems.extend(codes_without_a_listing(book, catalog));
    problems.extend(appendices(book, &settings));
    problems.extend(missing_questions(book));
    problems
}

/// What is wrong with what a piece names of the catalog, and what to do.
fn fault_of(piece: &Piece, book: &Book, catalog: &Catalog, explored: &Explored) -> Option<(String, String)> {
    let show_it = |id: &Id| format!("show it in a chapter, `{{{{#listing {id}}}}}`, or remove its files");
    let there_is_none = |id: &Id| Some((format!("there is no listing {id}"), catalog.is_it(&id.to_string())));
    match piece {
        // What is wrong with these is told elsewhere.
        Piece::Table(_) | Piece::Time(_) | Piece::BuildingBlock(_) => None,
        Piece::Version(Version { name }) => catalog.version_of(name).is_none().then(|| {
            let fault = format!("there is no version of `{name}`, since no part's listings can use such a crate");
            (fault, "name one of the `[dependencies]` of a part, as in `[](version:rayon)`".to_string())
        }),
        Piece::Show(Show { id, anchor, .. }) => match (catalog.listings.get(id), anchor) {
            (None, _) => there_is_none(id),
            (Some(listing), Some(anchor)) if !listing.shown.anchors.contains_key(anchor) => {
                Some((format!("the listing {id} has no anchor `{anchor}`"), anchors_instead(listing, anchor)))
            }
            _ => None,
        },
        Piece::Count(count) => counted(count, catalog, explored).err(),
        Piece::Timeline(Timeline { id, outcome }) => {
            match (catalog.listings.get(id), outcomes(catalog, explored, id)) {
                (None, _) => there_is_none(id),
                (_, None) => Some((
                    format!("the listing {id} has no schedules, as it is not explored"),
                    "give it `//@ schedules`, or name one that says so".to_string(),
                )),
                _ if !book.places.contains_key(id) => {
                    Some((format!("shows a schedule of {id}, which no chapter shows"), show_it(id)))
                }
                (_, Some(outcomes)) if !(1..=outcomes).contains(outcome) => {
                    let remedy = match outcomes {
                        1 => "it has one outcome, and that is number 1".to_string(),
                        outcomes => format!("its outcomes are numbered from 1 to {outcomes}"),
                    };
                    Some((format!("the listing {id} has no outcome {outcome}"), remedy))
                }
                _ => None,
            }
        }
        Piece::Reference(Reference { id, .. }) => match catalog.listings.contains_key(id) {
            false => there_is_none(id),
            true if !book.places.contains_key(id) => {
                Some((format!("refers to {id}, which no chapter shows"), show_it(id)))
            }
            true => None,
        },
    }
}

/// The remedy for an anchor that a listing does not have.
fn anchors_instead(listing: &Listing, written: &str) -> String {
    let anchors: Vec<String> = listing.shown.anchors.keys().map(|anchor| format!("`{anchor}`")).collect();
    match &anchors[..] {
        [] => format!(
            "it has none: show all of it, or put `// ANCHOR: {written}` and `// ANCHOR_END: {written}` into {}",
            slashes(&listing.file)
        ),
        [anchor] => format!("it has one, {anchor}"),
        anchors => format!("it has {}", anchors.join(", ")),
    }
}

/// Words such as "the next chapter" that are no link to the chapter which is the next one: two that change places would
/// leave them wrong, and nobody would see it.
fn neighbours_that_are_others(book: &Book) -> Vec<Problem> {
    let mut problems = Vec::new();
    // What opens a part is a page between two chapters, and none itself.
    let chapters: Vec<&Chapter> = book.chapters.iter().filter(|chapter| !chapter.opens_part()).collect();
    for (place, chapter) in chapters.iter().enumerate() {
        for neighbour in &chapter.neighbours {
            let meant = place.checked_add_signed(neighbour.steps).and_then(|place| chapters.get(place));
            let meant = meant.map_or("nowhere".to_string(), |chapter| slashes(&chapter.path));
            let fault = match &neighbour.link {
                Some(link) if leads_to(chapter, link) == meant => continue,
                Some(link) => format!("`{}` leads to {}, and is {meant}", neighbour.words, leads_to(chapter, link)),
                None => format!("`{}` is no link, and is {meant}", neighbour.words),
            };
            let remedy = "link it to the chapter that is meant, so that two chapters which change places are noticed";
            problems.push(Problem::at_line(&chapter.file(), chapter.line_of(&neighbour.range), fault, remedy));
        }
    }
    problems
}

/// Listings that stand in more than one place. Each has one place, to which references and numbers lead.
fn shown_twice(book: &Book) -> Vec<Problem> {
    let mut first: BTreeMap<&Id, String> = BTreeMap::new();
    let mut problems = Vec::new();
    for chapter in &book.chapters {
        for (range, piece) in &chapter.pieces {
            let Piece::Show(show) = piece else { continue };
            let line = chapter.line_of(range);
            match first.get(&show.id) {
                None => drop(first.insert(&show.id, format!("{}:{line}", slashes(&chapter.file())))),
                Some(place) => {
                    let fault = format!("shows {} a second time, after {place}", show.id);
                    let remedy = format!("refer to it here: `[](listing:{})`", show.id);
                    problems.push(Problem::at_line(&chapter.file(), line, fault, remedy));
                }
            }
        }
    }
    problems
}

/// Images that lie nowhere beside the chapters. A page needs no network, so they cannot lie elsewhere.
fn images_that_are_not_there(book: &Book, catalog: &Catalog) -> Vec<Problem> {
    let mut problems = Vec::new();
    for chapter in &book.chapters {
        let folder = catalog.root.join(chapter.file()).with_file_name("");
        for (range, address) in &chapter.images {
            if !folder.join(address).is_file() {
                let fault = format!("there is no image {address}");
                let remedy = "put the file beside the chapter: a page needs no network";
                problems.push(Problem::at_line(&chapter.file(), chapter.line_of(range), fault, remedy));
            }
        }
    }
    problems
}

/// Codes of errors that no listing shows: nobody has seen that there is such an error.
fn codes_without_a_listing(book: &Book, catalog: &Catalog) -> Vec<Problem> {
    let known: BTreeSet<String> = catalog.listings.values().flat_map(errors_of).collect();
    let mut problems = Vec::new();
    for chapter in &book.chapters {
        for (range, code) in chapter.codes.iter().filter(|(_, code)| !known.contains(code)) {
            let fault = format!("names {code}, and no listing has that error");
            let remedy = "correct the code, or show a listing that the compiler refuses with it";
            problems.push(Problem::at_line(&chapter.file(), chapter.line_of(range), fault, remedy));
        }
    }
    problems
}

/// How many outcomes an explored listing has; none for any other one.
fn outcomes(catalog: &Catalog, explored: &Explored, id: &Id) -> Option<usize> {
    catalog.listings.get(id)?.schedules?;
    // Evidence that cannot be read is a fault of its own.
    Some(explored.get(id).map_or(usize::MAX, |found| found.outcomes.len()))
}

/// What a listing's marks blame on the compiler, as `{{#error …}}` names it.
pub fn errors_of(listing: &Listing) -> BTreeSet<String> {
    let name = |blame: &Blame| match blame {
        Blame::Error(Some(code)) => Some(code.clone()),
        Blame::Error(None) => Some(NO_CODE.to_string()),
        Blame::Lint(lint) => Some(lint.clone()),
        Blame::Panic => None,
    };
    listing.marks.iter().filter_map(|mark| name(&mark.blame)).collect()
}

/// Tables that are about nothing or stand twice, and those that the book would need to be complete: a book that has one
/// table of a kind has all of that kind.
fn tables(book: &Book, catalog: &Catalog) -> Vec<Problem> {
    let listings = || catalog.listings.values();
    let shapes = || listings().filter_map(|listing| listing.shape.as_ref());
    let needed: BTreeSet<Table> = listings()
        .flat_map(errors_of)
        .map(Table::Error)
        .chain(listings().map(|listing| Table::Index(listing.intent.word().to_string())))
        .chain(catalog.matrix.iter().map(|_| Table::Matrix))
        .chain(shapes().map(|shape| Table::Shape(shape.name.clone())))
        .chain(shapes().next().map(|_| Table::Shapes))
        .chain(catalog.measurements.keys().cloned().map(Table::Measured))
        .collect();
    let mut found: BTreeMap<&Table, (&Chapter, &Range<usize>)> = BTreeMap::new();
    let mut problems = Vec::new();
    for chapter in &book.chapters {
        for (range, piece) in &chapter.pieces {
            let Piece::Table(table) = piece else { continue };
            let mut problem = |fault: String, remedy: &str| {
                problems.push(Problem::at_line(&chapter.file(), chapter.line_of(range), fault, remedy));
            };
            if !needed.contains(table) {
                let remedy = "remove it, or write the listing; listings/matrix.toml has the types of the matrix, and \
                              measurements/benches/ what is measured";
                problem(format!("there is nothing to put into `{}`", directive(table)), remedy);
            }
            if found.insert(table, (chapter, range)).is_some() {
                problem(format!("`{}` stands twice in the book", directive(table)), "keep one");
            }
        }
    }
    for table in needed.iter().filter(|table| !found.contains_key(table)) {
        let same_kind = |other: &&Table| std::mem::discriminant(*other) == std::mem::discriminant(table);
        if let Table::Measured(name) = table {
            let remedy = format!("put `{}` into a chapter, or remove the file and its records", directive(table));
            problems.push(Problem::in_file(&catalog.measurements[name].file, "is shown by no chapter", remedy));
        } else if let Some(other) = found.keys().copied().find(same_kind) {
            let (chapter, range) = found[other];
            let fault = format!("has `{}`, and not `{}`", directive(other), directive(table));
            let remedy = "add it beside, so that nothing is left out";
            problems.push(Problem::at_line(&chapter.file(), chapter.line_of(range), fault, remedy));
        } else if *table == Table::Matrix {
            let remedy = "put `{{#matrix}}` into a chapter, or remove the file";
            problems.push(Problem::in_file(catalog::TYPES.as_ref(), "is shown by no chapter", remedy));
        }
    }
    problems
}

fn directive(table: &Table) -> String {
    match table {
        Table::Error(name) => format!("{{{{#error {name}}}}}"),
        Table::Index(verdict) => format!("{{{{#index {verdict}}}}}"),
        Table::Matrix => "{{#matrix}}".to_string(),
        Table::Shape(name) => format!("{{{{#shape {name}}}}}"),
        Table::Shapes => "{{#shapes}}".to_string(),
        Table::Measured(name) => format!("{{{{#measured {name}}}}}"),
    }
}

//! Building blocks, times and paths must name something that exists.

use crate::book::Book;
use crate::building_block::BuildingBlock;
use crate::piece::Piece;
use crate::reading_time::time_of;
use crate::settings::{BOOK_TOML, Paths};
use catalog::{Catalog, Explored, Problem};
use std::path::Path;

/// The picture that `{{#motif}}` puts into a page.
pub const MOTIF: &str = "theme/motif.svg";

/// Blocks and times that name nothing, and paths that lead nowhere.
pub(crate) fn missing_targets(book: &Book, paths: &Paths, catalog: &Catalog, explored: &Explored) -> Vec<Problem> {
    let mut problems = Vec::new();
    for chapter in &book.chapters {
        for (range, piece) in &chapter.pieces {
            let (fault, remedy) = match piece {
                Piece::BuildingBlock(BuildingBlock::Play(id)) => match catalog.listings.get(id) {
                    None => (format!("there is no listing {id}"), catalog.is_it(&id.to_string())),
                    Some(listing) if listing.schedules.is_none() => (
                        format!("the listing {id} has no board, as it is not explored"),
                        "give it `//@ schedules`, or play another one".to_string(),
                    ),
                    // Evidence that cannot be read is a fault of its own.
                    Some(_) if explored.get(id).is_some_and(|found| !found.has_every_state()) => (
                        format!("the listing {id} has no board, as not all of its states are known"),
                        "play another one".to_string(),
                    ),
                    Some(_) if !book.places.contains_key(id) => (
                        format!("plays {id}, which no chapter shows"),
                        format!("show it with `{{{{#listing {id}}}}}`: the board leads to its evidence"),
                    ),
                    Some(_) => continue,
                },
                Piece::BuildingBlock(BuildingBlock::Motif) if !catalog.root.join(MOTIF).is_file() => {
                    (format!("there is no {MOTIF}"), "draw one, or remove the directive".to_string())
                }
                Piece::BuildingBlock(BuildingBlock::Part) if book.below(chapter).next().is_none() => (
                    "opens a part, but the summary has no chapters below it".to_string(),
                    "indent the part's chapters in src/SUMMARY.md, so that they stand below this one".to_string(),
                ),
                Piece::BuildingBlock(BuildingBlock::Path(name)) if !paths.contains_key(name) => (
                    format!("there is no path `{name}`"),
                    format!("name its sections in {BOOK_TOML}, `[preprocessor.listings.paths]`"),
                ),
                Piece::Time(time) if time_of(&time.target, book, paths, catalog).is_none() => (
                    format!("nothing called `{}` has a reading time", time.target),
                    "write `time:book`, `time:` and a path of book.toml, or a chapter, `time:threads/joining.md`"
                        .to_string(),
                ),
                _ => continue,
            };
            problems.push(Problem::at_line(&chapter.file(), chapter.line_of(range), fault, remedy));
        }
    }
    for (name, sections) in paths {
        for section in sections.iter().filter(|section| book.section(section).is_none()) {
            let fault = format!("its path `{name}` has {section}, which is no section of a chapter");
            let remedy = "say where it has moved to, `chapter.md#section`, or take it out of the path";
            problems.push(Problem::in_file(Path::new(BOOK_TOML), fault, remedy));
        }
    }
    problems
}

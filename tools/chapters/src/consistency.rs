//! What must hold between the chapters and the catalog: each shows only what the other has.

use crate::book::Book;
use crate::chapter::Piece;
use catalog::{Catalog, Problem, Problems};

/// Listings that no chapter shows, chapters without a listing, pieces that name what does not exist, evidence that is
/// missing, and files that belong to no listing.
///
/// All that can be seen of a book without a compiler, once its chapters and its catalog could be read.
pub fn inconsistencies(book: &Book, catalog: &Catalog) -> Problems {
    let mut problems = catalog.stale_files();
    for listing in catalog.listings.values() {
        problems.extend(catalog.evidence(listing).1);
    }
    for chapter in &book.chapters {
        if chapter.pieces.is_empty() {
            let remedy = "show one with `{{#listing part/name}}`, or refer to one with `[](listing:part/name)`";
            problems.push(Problem::in_file(&chapter.file(), "shows no listing and refers to none", remedy));
        }
        for (range, piece) in &chapter.pieces {
            let fault = match (catalog.listings.get(piece.id()), piece) {
                (None, _) => format!("there is no listing {}", piece.id()),
                (Some(listing), Piece::Show(show)) => match &show.anchor {
                    Some(anchor) if !listing.shown.anchors.contains_key(anchor) => {
                        format!("the listing {} has no anchor `{anchor}`", show.id)
                    }
                    _ => continue,
                },
                (Some(_), Piece::Reference(reference)) if !book.places.contains_key(&reference.id) => {
                    format!("refers to {}, which no chapter shows", reference.id)
                }
                _ => continue,
            };
            let remedy = "see `cargo book list` for what there is";
            problems.push(Problem::at_line(&chapter.file(), chapter.line_of(range), fault, remedy));
        }
    }
    for listing in catalog.listings.values() {
        if !book.places.contains_key(&listing.id) {
            let remedy = format!("show it with `{{{{#listing {}}}}}`, or remove it", listing.id);
            problems.push(Problem::in_file(&listing.file, "is shown by no chapter", remedy));
        }
    }
    problems
}

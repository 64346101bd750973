//! The repair of a listing that must not compile: how far it may be from it.

use crate::difference::difference;
use catalog::{Catalog, Listing, Problem};
use similar::{ChangeTag, TextDiff};

/// So few lines that a reader sees what the repair is.
const MOST_CHANGED_LINES: usize = 8;

/// Whether `repair` changes some of the listing's code, and not much of it.
///
/// # Errors
/// Told at the line that names the repair, with what is different, and with a listing of the catalog that may be meant.
pub fn repairs(listing: &Listing, repair: &Listing, catalog: &Catalog) -> Result<(), Problem> {
    let named = listing.source.lines().position(|line| line.starts_with("//@ fixed-by"));
    let problem = |fault: String, remedy: String| {
        Problem::at_line(
            &listing.file,
            named.map_or(1, |at| at + 1),
            format!("its repair {} {fault}", repair.id),
            remedy,
        )
    };
    match changed_lines(listing, repair) {
        0 => Err(problem(
            "changes no line of it".to_string(),
            nearer(listing, repair, catalog, "name a listing with the change that makes it compile"),
        )),
        1..=MOST_CHANGED_LINES => Ok(()),
        changed => Err(problem(
            format!(
                "changes {changed} lines of it, but may change at most {MOST_CHANGED_LINES}:\n{}",
                what_changes(listing, repair)
            ),
            nearer(listing, repair, catalog, "keep only the changes that make it compile, so that they stand out"),
        )),
    }
}

/// Another program that may be meant, as it changes little; where there is none, what to do.
fn nearer(listing: &Listing, repair: &Listing, catalog: &Catalog, otherwise: &str) -> String {
    let others = catalog.listings.values().filter(|other| other.is_program() && other.id != repair.id);
    let near = others.map(|other| (changed_lines(listing, other), other));
    match near.filter(|(changed, _)| (1..=MOST_CHANGED_LINES).contains(changed)).min_by_key(|(changed, _)| *changed) {
        Some((1, other)) => format!("{otherwise}; or did you mean `{}`, which changes 1 line?", other.id),
        Some((changed, other)) => {
            format!("{otherwise}; or did you mean `{}`, which changes {changed} lines?", other.id)
        }
        None => otherwise.to_string(),
    }
}

fn what_changes(listing: &Listing, repair: &Listing) -> String {
    let name = |listing: &Listing| catalog::slashes(&listing.file);
    let told = difference(&name(listing), &listing.shown.text(), &name(repair), &repair.shown.text());
    told.trim_end().to_string()
}

/// How many lines change from a listing to its repair: the larger of those taken away and those added.
fn changed_lines(listing: &Listing, repair: &Listing) -> usize {
    let (before, after) = (listing.shown.text(), repair.shown.text());
    let diff = TextDiff::from_lines(&before, &after);
    let count = |tag| diff.iter_all_changes().filter(|change| change.tag() == tag).count();
    count(ChangeTag::Delete).max(count(ChangeTag::Insert))
}

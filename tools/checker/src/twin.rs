//! The repair of a listing that must not compile: how far it may be from it.

use catalog::{Listing, Problem};
use similar::{ChangeTag, TextDiff};

/// So few lines that a reader sees what the repair is.
const MOST_CHANGED_LINES: usize = 8;

/// Whether `repair` changes some of the listing's code, and not much of it.
///
/// # Errors
/// Told at the line that names the repair.
pub fn repairs(listing: &Listing, repair: &Listing) -> Result<(), Problem> {
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
            "a repair is the change that makes it compile: name another one".to_string(),
        )),
        1..=MOST_CHANGED_LINES => Ok(()),
        changed => Err(problem(
            format!("changes {changed} lines of it"),
            format!("at most {MOST_CHANGED_LINES}, so that the repair is seen: bring them nearer"),
        )),
    }
}

/// How many lines change from a listing to its repair: the larger of those taken away and those added.
fn changed_lines(listing: &Listing, repair: &Listing) -> usize {
    let (before, after) = (listing.shown.text(), repair.shown.text());
    let diff = TextDiff::from_lines(&before, &after);
    let count = |tag| diff.iter_all_changes().filter(|change| change.tag() == tag).count();
    count(ChangeTag::Delete).max(count(ChangeTag::Insert))
}

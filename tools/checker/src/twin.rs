//! The repair of a listing that must not compile: how far it may be from it.

use catalog::Listing;
use similar::{ChangeTag, TextDiff};

/// So few lines that a reader sees what the repair is.
pub const MOST_CHANGED_LINES: usize = 8;

/// How many lines change from a listing to its repair: the larger of those taken away and those added.
pub fn changed_lines(listing: &Listing, repair: &Listing) -> usize {
    let (before, after) = (listing.shown.text(), repair.shown.text());
    let diff = TextDiff::from_lines(&before, &after);
    let count = |tag| diff.iter_all_changes().filter(|change| change.tag() == tag).count();
    count(ChangeTag::Delete).max(count(ChangeTag::Insert))
}

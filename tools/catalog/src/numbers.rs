//! The numbers of the listings, which a chapter that moves does not change.
//!
//! `listings/numbers.txt` has the id of a listing on each line, and the number of the line is the number of the
//! listing. `cargo book bless` adds new ones at the end, in the order in which the book shows them. A line never moves,
//! and that of a listing which is gone stays, so a number that someone wrote down never means another listing.

use crate::listing::Id;
use crate::problem::{Problem, Problems};
use std::collections::BTreeMap;
use std::path::Path;

/// The file of the numbers.
pub const NUMBERS: &str = "listings/numbers.txt";

/// The numbers of the listings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers(BTreeMap<Id, usize>);

impl Numbers {
    /// Reads the file below `root`. Where there is none, no listing has a number.
    ///
    /// # Errors
    /// Lines that are no id, and listings that appear twice.
    pub fn load(root: &Path) -> Result<Numbers, Problems> {
        let file = Path::new(NUMBERS);
        let text = match std::fs::read_to_string(root.join(file)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            read => read.map_err(|error| Problem::io(file, "read", &error))?,
        };
        let mut problems = Problems::default();
        let mut numbers = BTreeMap::new();
        for (line, text) in (1..).zip(text.lines()) {
            let remedy = "restore the file from the history; only `cargo book bless` writes it";
            let fault = match Id::parse(text) {
                None => format!("`{text}` is not the id of a listing"),
                Some(id) => match numbers.insert(id, line) {
                    Some(other) => format!("{text} already has the number {other}"),
                    None => continue,
                },
            };
            problems.push(Problem::at_line(file, line, fault, remedy));
        }
        problems.or(Numbers(numbers))
    }

    /// The number of a listing.
    pub fn of(&self, id: &Id) -> Option<usize> {
        self.0.get(id).copied()
    }

    /// The text of the file with those of `ids` that have no number yet at its end.
    pub fn with<'a>(&self, ids: impl IntoIterator<Item = &'a Id>) -> String {
        let mut lines: Vec<&Id> = self.0.keys().collect();
        lines.sort_by_key(|id| self.0[id]);
        for id in ids {
            if !lines.contains(&id) {
                lines.push(id);
            }
        }
        lines.iter().map(|id| format!("{id}\n")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_listing_gets_the_next_number_and_no_other_changes() {
        let id = |name: &str| Id::parse(name).unwrap();
        let numbers = Numbers(BTreeMap::from([(id("b/gone"), 1), (id("a/second"), 2)]));
        assert_eq!(numbers.with([&id("a/first"), &id("a/second")]), "b/gone\na/second\na/first\n");
        assert_eq!(numbers.of(&id("a/second")), Some(2));
        assert_eq!(numbers.of(&id("a/first")), None);
    }
}

//! Shows how two texts differ, for a person.

use similar::TextDiff;

/// A unified difference from `before` to `after`, three lines of context, with the given names of the two.
pub fn difference(before_name: &str, before: &str, after_name: &str, after: &str) -> String {
    TextDiff::from_lines(before, after).unified_diff().header(before_name, after_name).to_string()
}

//! Shows how two texts differ, for a person.

use crate::normalise::colours_of_any_system;
use catalog::{Id, Problem, visible};
use similar::TextDiff;
use std::path::Path;

/// A unified difference from `before` to `after`, three lines of context, with the given names of the two.
pub fn difference(before_name: &str, before: &str, after_name: &str, after: &str) -> String {
    TextDiff::from_lines(before, after).unified_diff().header(before_name, after_name).to_string()
}

/// Different colours of the same words: the first line in which they differ, with the escape codes made visible.
pub fn other_colours(file: &Path, was: &str, is: &str, of: &Id) -> Problem {
    let (was, is) = (colours_of_any_system(was), colours_of_any_system(is));
    let (was, is): (Vec<&str>, Vec<&str>) = (was.lines().collect(), is.lines().collect());
    let same = was.iter().zip(&is).take_while(|(was, is)| was == is).count();
    let shown = |lines: &[&str]| lines.get(same).map_or("nothing".to_string(), |line| visible(line));
    let fault = format!("its colours are not those seen just now:\n-{}\n+{}", shown(&was), shown(&is));
    let remedy = format!("if the new colours are right, run `cargo book bless {of}`");
    Problem::at_line(file, same + 1, fault, remedy)
}

//! The code that a reader sees: the file without its header, its marks and its anchors.

use std::collections::BTreeMap;
use std::ops::Range;

/// One line of the code as shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownLine {
    /// The text, without the line end.
    pub text: String,
    /// The same line in the file, counted from 1.
    pub file_line: usize,
}

/// The code as shown, which is also the text that the compiler is given for a listing that must not compile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// All lines.
    pub lines: Vec<ShownLine>,
    /// Excerpts by name: which lines they take, counted from 0.
    pub anchors: BTreeMap<String, Range<usize>>,
}

impl Shown {
    /// The whole code, each line ended.
    pub fn text(&self) -> String {
        self.lines.iter().flat_map(|line| [line.text.as_str(), "\n"]).collect()
    }

    /// Where a line of the file is in the code as shown; both counted from 1.
    pub fn line_of(&self, file_line: usize) -> Option<usize> {
        self.lines.iter().position(|line| line.file_line == file_line).map(|index| index + 1)
    }
}

//! What is wrong with the book, in a form that lets a person fix it: the file, the line, the fault, the remedy.

use crate::slashes::slashes;
use std::fmt;
use std::path::{Path, PathBuf};

/// One fault in one file of the book.
///
/// Displayed as `file:line: fault`, with the remedy on a line of its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the root of the book.
    pub file: PathBuf,
    /// The line in that file, counted from 1, where there is one.
    pub line: Option<usize>,
    /// What is wrong.
    pub fault: String,
    /// What to do about it.
    pub remedy: String,
}

impl Problem {
    /// A fault of a whole file.
    pub fn in_file(file: &Path, fault: impl Into<String>, remedy: impl Into<String>) -> Problem {
        Problem { file: file.to_path_buf(), line: None, fault: fault.into(), remedy: remedy.into() }
    }

    /// A fault at a line, counted from 1.
    pub fn at_line(file: &Path, line: usize, fault: impl Into<String>, remedy: impl Into<String>) -> Problem {
        Problem { file: file.to_path_buf(), line: Some(line), fault: fault.into(), remedy: remedy.into() }
    }

    /// A file that could not be read or written, with the system's reason.
    pub fn io(file: &Path, doing: &str, error: &std::io::Error) -> Problem {
        let remedy = match error.kind() {
            std::io::ErrorKind::InvalidData => "save it as text in UTF-8",
            _ => "make sure that it exists and that you may use it",
        };
        Problem::in_file(file, format!("cannot {doing} this file: {error}"), remedy)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A path is shown the same way on every system.
        write!(f, "{}", slashes(&self.file))?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}\n  help: {}", self.fault, self.remedy)
    }
}

/// Every fault that was found; they are collected and reported together, not one per run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Adds one.
    pub fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    /// `value` if nothing was found, otherwise what was found.
    pub fn or<T>(self, value: T) -> Result<T, Problems> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl Extend<Problem> for Problems {
    fn extend<I: IntoIterator<Item = Problem>>(&mut self, problems: I) {
        self.0.extend(problems);
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Problems {
        Problems(vec![problem])
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

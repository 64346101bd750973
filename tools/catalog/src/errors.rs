//! The evidence of what the compiler points at: every error, with the places it names and what it says about each.
//!
//! The file, `name.errors`, is JSON. The same words are in the `.stderr` file, drawn as a terminal shows them.

use serde::{Deserialize, Serialize};

/// One error of the compiler.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompileError {
    /// `E0277`, the name of a lint, or nothing.
    pub code: Option<String>,
    /// What is wrong, as Markdown: the compiler puts code between backticks.
    pub message: String,
    /// The places that it points at: its own in the order of the text, then those of its notes in their order.
    pub places: Vec<Pointed>,
}

/// A place in the code as shown, and what the compiler says of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pointed {
    /// Its first line, counted from 1.
    pub line: usize,
    /// Its first column, counted from 1.
    pub column: usize,
    /// Its last line.
    pub last_line: usize,
    /// The column behind its end, in the last line.
    pub end: usize,
    /// How it belongs to the error.
    pub role: Role,
    /// The compiler's words; empty where it only points.
    pub words: String,
}

/// How a place belongs to an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The place that is blamed.
    Blamed,
    /// A place that explains why.
    Beside,
    /// A place that a note or a help refers to.
    Note,
}

impl CompileError {
    /// Reads a file of them.
    ///
    /// # Errors
    /// The line and what is wrong with it.
    pub fn parse(text: &str) -> Result<Vec<CompileError>, (usize, String)> {
        serde_json::from_str(text).map_err(|error| (error.line(), error.to_string()))
    }

    /// The file of them.
    pub fn text(errors: &[CompileError]) -> String {
        // Only a map with keys that are no strings could not be written.
        serde_json::to_string_pretty(errors).unwrap_or_default() + "\n"
    }

    /// The line that it blames.
    pub fn line(&self) -> Option<usize> {
        self.places.iter().find(|place| place.role == Role::Blamed).map(|place| place.line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let place = |line, role| Pointed { line, column: 5, last_line: line, end: 9, role, words: "moved here".into() };
        let errors = vec![CompileError {
            code: Some("E0382".into()),
            message: "borrow of moved value: `soup`".into(),
            places: vec![place(3, Role::Beside), place(4, Role::Blamed)],
        }];
        assert_eq!(CompileError::parse(&CompileError::text(&errors)), Ok(errors.clone()));
        assert_eq!(errors[0].line(), Some(4));
    }
}

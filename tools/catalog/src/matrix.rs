//! The matrix of types by `Send` and `Sync`: which types are asked about, and what the compiler answered.
//!
//! `listings/matrix.toml` is intent, written by a person: a type, its group, and why it is the way it is, but never
//! whether it is `Send` or `Sync`. `listings/matrix.answers` is evidence, written by `cargo book bless`.

use crate::problem::{Problem, Problems};
use serde::Deserialize;
use std::fmt;
use std::path::Path;

/// The file of the types.
pub const TYPES: &str = "listings/matrix.toml";

/// The file of the answers.
pub const ANSWERS: &str = "listings/matrix.answers";

/// One type to ask about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The type with its whole path, as a compiler accepts it: `std::rc::Rc<String>`.
    pub of: String,
    /// What a page calls it, if the type without its paths would not do.
    pub shown: Option<String>,
    /// The heading under which it stands.
    pub group: String,
    /// Markdown: why it is as it is.
    pub because: String,
}

impl Row {
    /// How a page names it: without the paths, unless it says otherwise.
    pub fn name(&self) -> String {
        self.shown.clone().unwrap_or_else(|| without_paths(&self.of))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "type")]
    rows: Vec<Row>,
}

/// What the compiler answered about one type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The type, as it was asked about.
    pub of: String,
    /// The compiler's refusal to send it to another thread, if it refuses.
    pub not_send: Option<String>,
    /// The compiler's refusal to share it between threads, if it refuses.
    pub not_sync: Option<String>,
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = |refusal: &Option<String>| refusal.as_ref().map_or("yes".to_string(), |why| format!("no, {why}"));
        writeln!(f, "{}\n  Send: {}\n  Sync: {}", self.of, said(&self.not_send), said(&self.not_sync))
    }
}

/// The types, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// Each with its group; those of one group stand together.
    pub rows: Vec<Row>,
    source: String,
}

impl Matrix {
    /// Reads the types of the book at `root`; `None` where the book has no matrix.
    ///
    /// # Errors
    /// A file that is not of that form, no type at all, one that appears twice, a group that is in two places.
    pub fn load(root: &Path) -> Result<Option<Matrix>, Problems> {
        let file = Path::new(TYPES);
        let source = match std::fs::read_to_string(root.join(file)) {
            Ok(source) => source,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Problem::io(file, "read", &error).into()),
        };
        let rows = toml::from_str::<File>(&source).map(|file| file.rows).map_err(|error| {
            let line = error.span().map_or(1, |span| source[..span.start].matches('\n').count() + 1);
            let remedy = "write [[type]] with `of`, `group`, `because` and, if needed, `shown`";
            Problem::at_line(file, line, format!("is not a valid list of types: {}", error.message()), remedy)
        })?;
        let matrix = Matrix { rows, source };
        let mut problems = Problems::default();
        if matrix.rows.is_empty() {
            problems.push(Problem::in_file(file, "asks about no type", "write some [[type]], or remove the file"));
        }
        for (index, row) in matrix.rows.iter().enumerate() {
            let before = &matrix.rows[..index];
            if row.of.contains('\n') {
                problems.push(matrix.problem(row, "the type takes two lines", "write it on one line"));
            }
            if before.iter().any(|other| other.of == row.of) {
                problems.push(matrix.problem(row, "this type is listed twice", "keep one"));
            }
            if before.last().is_some_and(|last| last.group != row.group)
                && before.iter().any(|other| other.group == row.group)
            {
                let fault = format!("the group `{}` is in two places", row.group);
                problems.push(matrix.problem(row, fault, "put the types of a group together"));
            }
        }
        problems.or(Some(matrix))
    }

    /// A fault of one row.
    pub fn problem(&self, row: &Row, fault: impl Into<String>, remedy: impl Into<String>) -> Problem {
        let quoted = [format!("\"{}\"", row.of), format!("'{}'", row.of)];
        let named =
            |line: &str| line.trim_start().starts_with("of") && quoted.iter().any(|quoted| line.contains(quoted));
        // The last, for a type that appears twice.
        let line = self.source.lines().enumerate().filter(|(_, line)| named(line)).last().map_or(1, |(at, _)| at + 1);
        Problem::at_line(Path::new(TYPES), line, fault, remedy)
    }

    /// The committed answers, one for each row.
    ///
    /// # Errors
    /// Where they are missing, or are not those to these questions.
    pub fn answers(&self, root: &Path) -> Result<Vec<Answer>, Problem> {
        let file = Path::new(ANSWERS);
        let remedy = "run `cargo book bless matrix` and read what it writes";
        let text = match std::fs::read_to_string(root.join(file)) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(Problem::in_file(
                    Path::new(TYPES),
                    format!("has no evidence: {ANSWERS} is missing"),
                    remedy,
                ));
            }
            Err(error) => return Err(Problem::io(file, "read", &error)),
        };
        let answers = read_answers(&text).map_err(|line| Problem::at_line(file, line, "is no answer", remedy))?;
        if answers.iter().map(|answer| &answer.of).ne(self.rows.iter().map(|row| &row.of)) {
            return Err(Problem::in_file(file, format!("answers different questions from those in {TYPES}"), remedy));
        }
        Ok(answers)
    }
}

/// Reads what [`Answer`]s display, or gives the line that is none, counted from 1.
fn read_answers(text: &str) -> Result<Vec<Answer>, usize> {
    let lines: Vec<&str> = text.lines().collect();
    let mut answers = Vec::new();
    for (index, three) in lines.chunks(3).enumerate() {
        let at = index * 3 + 1;
        let &[of, send, sync] = three else { return Err(at) };
        let read = |line: &str, name: &str| match line.strip_prefix(name) {
            Some("yes") => Some(None),
            Some(no) => no.strip_prefix("no, ").map(|why| Some(why.to_string())),
            None => None,
        };
        let not_send = read(send, "  Send: ").ok_or(at + 1)?;
        let not_sync = read(sync, "  Sync: ").ok_or(at + 2)?;
        answers.push(Answer { of: of.to_string(), not_send, not_sync });
    }
    Ok(answers)
}

/// A type without the modules before its names: `Rc<String>` for `std::rc::Rc<String>`.
fn without_paths(of: &str) -> String {
    let mut name = String::new();
    let mut word = String::new();
    let mut rest = of.chars().peekable();
    while let Some(c) = rest.next() {
        if c.is_alphanumeric() || c == '_' {
            word.push(c);
            continue;
        }
        let is_module = word.starts_with(|first: char| first.is_lowercase());
        if c == ':' && rest.peek() == Some(&':') && is_module {
            rest.next();
            word.clear();
            continue;
        }
        name.push_str(&word);
        word.clear();
        name.push(c);
    }
    name + &word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_shown_without_its_modules() {
        let names = [
            ("std::rc::Rc<std::cell::Cell<u32>>", "Rc<Cell<u32>>"),
            ("&'static mut std::cell::Cell<u8>", "&'static mut Cell<u8>"),
            ("Box<dyn std::any::Any + Send>", "Box<dyn Any + Send>"),
            ("fn(*const u8) -> bool", "fn(*const u8) -> bool"),
        ];
        for (of, name) in names {
            assert_eq!(without_paths(of), name);
        }
    }

    #[test]
    fn answers_are_read_as_they_are_written() {
        let refused = Answer { of: "Rc<u8>".into(), not_send: Some("`Rc<u8>` cannot".into()), not_sync: None };
        let text = refused.to_string();
        assert_eq!(text, "Rc<u8>\n  Send: no, `Rc<u8>` cannot\n  Sync: yes\n");
        assert_eq!(read_answers(&text), Ok(vec![refused]));
        assert_eq!(read_answers(&text.replace("yes", "perhaps")), Err(3));
        assert_eq!(read_answers("u8\n  Send: yes\n"), Err(1));
    }
}

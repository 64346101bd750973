//! What a listing is: its name, its intent, its marks, and the code that a reader sees.

use crate::shape::Shape;
use crate::shown::Shown;
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

/// A listing's name in the book: its part and its file's stem, `threads/spawn`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    /// The folder below `listings/`, which is also the Cargo package.
    pub part: String,
    /// The stem of the file, which is also the program's name for `cargo run --bin`.
    pub name: String,
}

impl Id {
    /// Reads `part/name`.
    pub fn parse(text: &str) -> Option<Id> {
        let (part, name) = text.split_once('/')?;
        let good = |word: &str| {
            !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        };
        (good(part) && good(name)).then(|| Id { part: part.to_string(), name: name.to_string() })
    }

    /// The id of its figure on a page, `threads-spawn`.
    pub fn in_html(&self) -> String {
        format!("{}-{}", self.part, self.name)
    }

    /// The name of its test, `threads::spawn`.
    pub fn test_name(&self) -> String {
        format!("{}::{}", self.part, self.name)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.part, self.name)
    }
}

/// How the standard output of a program that runs to its end is compared with its evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stdout {
    /// The same text every time.
    Exact,
    /// The same lines every time, in any order. The evidence has them sorted.
    Unordered,
    /// One of these texts, and never another one.
    OneOf(Vec<String>),
}

/// What a listing is meant to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    /// Compiles without a warning and exits with status 0.
    Runs(Stdout),
    /// Compiles without a warning and exits with status 101, from a panic of the main thread.
    Panics,
    /// Compiles without a warning and never ends.
    Hangs,
    /// Compiles without a warning, and ends with status 0 under some schedules and never under others.
    MayHang,
    /// Compiles without a warning, and has undefined behaviour under some schedule. It is never run.
    Races,
    /// Does not compile, and the listing named here is the repair.
    Fails {
        /// The twin that compiles.
        fixed_by: Id,
    },
}

impl Intent {
    /// The one word for it, as in `cargo book list`.
    pub fn word(&self) -> &'static str {
        match self {
            Intent::Runs(_) => "runs",
            Intent::Panics => "panics",
            Intent::Hangs => "hangs",
            Intent::MayHang => "may-hang",
            Intent::Races => "races",
            Intent::Fails { .. } => "fails",
        }
    }
}

/// Under which orders of its threads' turns a listing is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exploring {
    /// Under every one, and whatever std chooses where its documentation leaves a choice.
    Every,
    /// Under every one, with std's usual choices alone, since the others are too many to try them all.
    Usual,
    /// Under this many, chosen at random, since there are too many to try them all.
    Sample(usize),
}

impl Exploring {
    /// Whether it is run under every order, and not only under some.
    pub fn is_of_every_order(self) -> bool {
        matches!(self, Exploring::Every | Exploring::Usual)
    }
}

/// An edition of the language. A listing has that of its part's package.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Edition {
    /// The first one, which a package gets that names none.
    E2015,
    /// The second.
    E2018,
    /// The third.
    E2021,
    /// The latest, the default for everything else.
    #[default]
    E2024,
}

impl Edition {
    /// All of them, in order.
    pub const ALL: [Edition; 4] = [Edition::E2015, Edition::E2018, Edition::E2021, Edition::E2024];

    /// Reads `2024`.
    pub fn parse(year: &str) -> Option<Edition> {
        Edition::ALL.into_iter().find(|edition| edition.year() == year)
    }

    /// Its year, as Cargo and rustc are told it.
    pub fn year(self) -> &'static str {
        match self {
            Edition::E2015 => "2015",
            Edition::E2018 => "2018",
            Edition::E2021 => "2021",
            Edition::E2024 => "2024",
        }
    }
}

/// What a mark says of its line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Blame {
    /// The compiler reports an error here: with this code, or, rarely, without one.
    Error(Option<String>),
    /// The compiler refuses this line by a lint of this name, which is denied by default.
    Lint(String),
    /// A thread panics here when the program runs.
    Panic,
}

/// Whether a word is the code of an error: E and four digits.
pub fn is_error_code(word: &str) -> bool {
    word.len() == 5 && word.starts_with('E') && word[1..].bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a word can be the name of a lint: small words, at least two.
pub fn is_lint_name(word: &str) -> bool {
    word.contains('_') && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

impl fmt::Display for Blame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Blame::Error(Some(code)) => f.write_str(code),
            Blame::Error(None) => f.write_str("error"),
            Blame::Lint(name) => f.write_str(name),
            Blame::Panic => f.write_str("panic"),
        }
    }
}

/// A `//~` mark: which line is to blame, for what, and in which words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The blamed line in the code as shown, counted from 1.
    pub line: usize,
    /// Where the mark itself is in the file, counted from 1; for messages about it.
    pub written_at: usize,
    /// What happens there.
    pub blame: Blame,
    /// A phrase of the message.
    pub phrase: String,
}

/// One listing, as its file says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// Its name in the book.
    pub id: Id,
    /// Its file, relative to the root of the book.
    pub file: PathBuf,
    /// One line of Markdown that says what it shows.
    pub caption: String,
    /// Markdown below the caption; for a listing that must not compile, what would happen if it did.
    pub note: Option<String>,
    /// What it is meant to do.
    pub intent: Intent,
    /// The edition it is compiled as.
    pub edition: Edition,
    /// A listing of another edition whose code is the same, to show what the edition changes.
    pub same_code_as: Option<Id>,
    /// Under which orders of its threads' turns it is run, if not just those that happen to occur.
    pub schedules: Option<Exploring>,
    /// Whether its evidence has the edges of happens-before too, to be drawn.
    pub happens_before: bool,
    /// Whether it is meant to leak under some schedule.
    pub leaks: bool,
    /// The classic shape of weak memory that it has, if it says so.
    pub shape: Option<Shape>,
    /// The lines that are to blame.
    pub marks: Vec<Mark>,
    /// How long one run may take.
    pub limit: Duration,
    /// The whole file.
    pub source: String,
    /// The code that a reader sees and copies.
    pub shown: Shown,
}

impl Listing {
    /// The error codes of its marks, each once, in the order of the lines.
    pub fn codes(&self) -> Vec<&str> {
        let mut codes = Vec::new();
        for mark in &self.marks {
            if let Blame::Error(Some(code)) = &mark.blame
                && !codes.contains(&code.as_str())
            {
                codes.push(code.as_str());
            }
        }
        codes
    }

    /// The line of its file that begins so, counted from 1; the first where none does.
    pub fn line_of(&self, start: &str) -> usize {
        self.source.lines().position(|line| line.starts_with(start)).map_or(1, |at| at + 1)
    }

    /// Whether a run of it has taken as long as it may.
    pub fn time_is_over(&self, elapsed: Duration) -> bool {
        elapsed >= self.limit
    }

    /// Whether it is compiled by Cargo into a program, rather than refused by the compiler.
    pub fn is_program(&self) -> bool {
        !matches!(self.intent, Intent::Fails { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_may_take_ten_seconds_or_as_long_as_the_listing_says() {
        let last_moment = |header: &str| {
            let source = format!("//! A listing\n{header}\nfn main() {{}}\n");
            let listing = crate::parse(Id::parse("a/b").unwrap(), "b.rs".as_ref(), &source).unwrap();
            let seconds = (1..100).find(|seconds| listing.time_is_over(Duration::from_secs(*seconds))).unwrap();
            assert!(!listing.time_is_over(Duration::from_secs(seconds) - Duration::from_nanos(1)));
            seconds
        };
        assert_eq!(last_moment(""), 10);
        assert_eq!(last_moment("//@ limit: 2s\n"), 2);
    }
}

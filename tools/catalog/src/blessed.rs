//! What each listing was when its evidence was recorded: its number, its code, and that evidence.
//!
//! `listings/PART/blessed.txt` has a line for each listing of the part, sorted by name. Behind the name stand the
//! listing's number and two fingerprints, of its code and of its evidence:
//!
//! ```text
//! named-by-its-builder 17 5ad2f0c61be4e1d3 0c9e9d6b5a7f3e21
//! ```
//!
//! Only `cargo book bless` writes it, when it has seen the program do what its evidence says. So code that was edited
//! since, evidence written by hand, and a changed number are noticed without compiling anything.

use crate::evidence::{Evidence, EvidenceKind};
use crate::listing::{Blame, Id, Listing};
use crate::problem::{Problem, Problems};
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::xxh3_64;

/// The name of the file in the folder of a part.
pub const BLESSED: &str = "blessed.txt";

/// What a listing was when its evidence was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blessed {
    /// Its number in the book.
    pub number: usize,
    /// The fingerprint of what is compiled and of what it is meant to do.
    code: u64,
    /// The fingerprint of its evidence.
    evidence: u64,
}

/// How a listing differs from what it was when its evidence was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edited {
    /// It has evidence that was never blessed.
    Never,
    /// Its code or its directives have changed.
    Code,
    /// Its evidence has changed.
    Evidence,
}

impl Blessed {
    /// What a listing of this number is now.
    pub fn now(listing: &Listing, evidence: &Evidence, number: usize) -> Blessed {
        Blessed { number, code: xxh3_64(judged(listing).as_bytes()), evidence: xxh3_64(kept(evidence).as_bytes()) }
    }

    /// How a listing differs now from what it was.
    pub(crate) fn edited(self, listing: &Listing, evidence: &Evidence) -> Option<Edited> {
        let now = Blessed::now(listing, evidence, self.number);
        match (now.code == self.code, now.evidence == self.evidence) {
            (false, _) => Some(Edited::Code),
            (true, false) => Some(Edited::Evidence),
            (true, true) => None,
        }
    }

    fn parse(line: &str) -> Option<(&str, Blessed)> {
        let words: Vec<&str> = line.split(' ').collect();
        let [name, number, code, evidence] = words[..] else { return None };
        let fingerprint =
            |text: &str| u64::from_str_radix(text, 16).ok().filter(|number| format!("{number:016x}") == text);
        let number = number.parse().ok().filter(|number| *number > 0)?;
        Some((name, Blessed { number, code: fingerprint(code)?, evidence: fingerprint(evidence)? }))
    }
}

impl fmt::Display for Blessed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:016x} {:016x}", self.number, self.code, self.evidence)
    }
}

/// What a verdict depends on: the code as it is compiled, its edition, what it is meant to do, and what its marks say.
/// Caption, note and anchors may be edited freely.
fn judged(listing: &Listing) -> String {
    let mut text = format!("edition {}\n", listing.edition.year());
    for line in listing.source.lines().filter(|line| line.starts_with("//@")) {
        text += &format!("{}\n", line.trim_end());
    }
    for mark in &listing.marks {
        let what = match &mark.blame {
            Blame::Lint(lint) => format!("lint {lint}"),
            blame => blame.to_string(),
        };
        text += &format!("{} {what}: {}\n", mark.line, mark.phrase);
    }
    text + "\n" + &listing.shown.text()
}

/// All evidence as one text, in which each file has its length before it.
fn kept(evidence: &Evidence) -> String {
    let text = |(kind, text): (&EvidenceKind, &String)| format!("{} {}\n{text}", kind.extension(), text.len());
    evidence.0.iter().map(text).collect()
}

/// The file of a part, relative to the root of the book.
pub fn blessed_file(part: &str) -> PathBuf {
    Path::new("listings").join(part).join(BLESSED)
}

/// Reads the file of a part. If there is none, none of the part's listings has been blessed.
///
/// # Errors
/// Invalid lines, and listings that appear twice.
pub fn blessed_of(root: &Path, part: &str) -> Result<BTreeMap<Id, Blessed>, Problems> {
    let file = blessed_file(part);
    let text = match std::fs::read_to_string(root.join(&file)) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        read => read.map_err(|error| Problem::io(&file, "read", &error))?,
    };
    let mut problems = Problems::default();
    let mut found = BTreeMap::new();
    for (number, line) in (1..).zip(text.lines()) {
        let read =
            Blessed::parse(line).and_then(|(name, blessed)| Some((Id::parse(&format!("{part}/{name}"))?, blessed)));
        let fault = match read {
            None => format!("`{line}` is not a line that `cargo book bless` writes"),
            Some((id, blessed)) => match found.insert(id, blessed) {
                Some(_) => "names a listing for the second time".to_string(),
                None => continue,
            },
        };
        let remedy = "remove the line, and bless its listing: `cargo book bless PART/NAME`";
        problems.push(Problem::at_line(&file, number, fault, remedy));
    }
    problems.or(found)
}

/// The text of a part's file.
pub fn blessed_text(blessed: &BTreeMap<Id, Blessed>) -> String {
    blessed.iter().map(|(id, blessed)| format!("{} {blessed}\n", id.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::parse;

    fn listing(source: &str) -> Listing {
        parse(Id::parse("a/b").unwrap(), Path::new("listings/a/src/bin/b.rs"), source).unwrap()
    }

    fn evidence(stdout: &str) -> Evidence {
        Evidence(BTreeMap::from([(EvidenceKind::Stdout, stdout.to_string())]))
    }

    const SOURCE: &str = "//! A caption\n//@ panics\n\nfn main() {\n    panic!(\"no\"); //~ panic: no bread\n}\n";

    #[test]
    fn what_is_compiled_and_meant_is_told_apart_and_what_is_said_about_it_is_not() {
        let blessed = Blessed::now(&listing(SOURCE), &evidence("a\n"), 3);
        let edited = |from: &str, to: &str| {
            assert!(SOURCE.contains(from));
            blessed.edited(&listing(&SOURCE.replace(from, to)), &evidence("a\n"))
        };
        assert_eq!(edited("A caption", "Another\n//!\n//! With a note"), None);

        assert_eq!(edited("(\"no\")", "(\"yes\")"), Some(Edited::Code));
        assert_eq!(edited("no bread", "no milk"), Some(Edited::Code));
        assert_eq!(edited("//@ panics", "//@ panics\n//@ limit: 2s"), Some(Edited::Code));
        assert_eq!(blessed.edited(&listing(SOURCE), &evidence("b\n")), Some(Edited::Evidence));
        assert_eq!(blessed.edited(&listing(SOURCE), &Evidence::default()), Some(Edited::Evidence));
    }

    #[test]
    fn a_line_is_read_as_it_is_written() {
        let blessed = Blessed::now(&listing(SOURCE), &evidence("a\n"), 3);
        let line = format!("b {blessed}");
        assert_eq!(Blessed::parse(&line), Some(("b", blessed)));
        for none in
            ["b", "b 0 5ad2f0c61be4e1d3 5ad2f0c61be4e1d3", "b 1 5AD2F0C61BE4E1D3 5ad2f0c61be4e1d3", "b 1 5 6", ""]
        {
            assert_eq!(Blessed::parse(none), None, "{none}");
        }
    }
}

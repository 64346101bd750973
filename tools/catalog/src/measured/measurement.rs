//! A measurement: what its comments say of it, its code, and its records.

use super::claim::Claim;
use super::quantity::Quantity;
use super::record::Record;
use crate::problem::{Problem, Problems};
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::xxh3_128;

/// A benchmark for criterion, with what was found by it.
///
/// ```text
/// //! Cloning an `Rc`, and an `Arc`.
/// //@ one: clone and its drop
/// //@ claim: Arc > 2 * Rc
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Measurement {
    /// The name of its file, without the ending.
    pub name: String,
    /// The file, relative to the book's root.
    pub file: PathBuf,
    /// What it measures, as Markdown in one line.
    pub caption: String,
    /// What it measures.
    pub quantity: Quantity,
    /// Of what one time in the records is the time, or one size the size, as Markdown: "clone and its drop".
    pub one: String,
    /// What the book says of it.
    pub claims: Vec<Claim>,
    /// The code below the comments at the top.
    pub code: String,
    /// The code of the package that it uses beside its own, if it does.
    pub shared: String,
    /// The machines and what was found on each, in the order of their names. What no machine has measured has none.
    pub records: Vec<(String, Record)>,
}

const CAPTION_REMEDY: &str = "say in `//!` lines at the top of the file what it measures";

const DIRECTIVE_REMEDY: &str = "the directives are `//@ one: what one time is the time of` or `//@ memory of one: what one size is the size of`, and \
     below it `//@ claim: Arc > 2 * Rc`, right below the caption";

impl Measurement {
    /// Reads the text of a file, which has no records yet.
    ///
    /// # Errors
    /// A caption or a unit that's missing, and directives that are none.
    pub fn parse(name: &str, file: &Path, text: &str) -> Result<Measurement, Problems> {
        let mut problems = Problems::default();
        let (mut caption, mut one, mut claims) = (Vec::new(), None, Vec::new());
        let mut quantity = Quantity::Time;
        let mut lines = text.lines().zip(1..).peekable();
        while let Some((line, number)) = lines.next_if(|(line, _)| line.starts_with("//!") || line.starts_with("//@")) {
            if let Some(words) = line.strip_prefix("//!") {
                caption.push(words.trim());
                continue;
            }
            match line[3..].trim().split_once(": ").map(|(word, rest)| (word, rest.trim())) {
                Some((word @ ("one" | "memory of one"), what)) if one.is_none() && !what.is_empty() => {
                    quantity = if word == "one" { Quantity::Time } else { Quantity::Memory };
                    one = Some(what.to_string());
                }
                Some(("claim", claim))
                    if one.is_some()
                        && let Some(claim) = Claim::parse(number, quantity, claim) =>
                {
                    claims.push(claim);
                }
                _ => problems.push(Problem::at_line(
                    file,
                    number,
                    format!("`{line}` is no directive of a measurement"),
                    DIRECTIVE_REMEDY,
                )),
            }
        }
        let mut code = Vec::new();
        for (line, number) in lines {
            if line.trim_start().starts_with("//@") {
                let fault = format!("`{}` stands below the comments at the top", line.trim());
                problems.push(Problem::at_line(file, number, fault, DIRECTIVE_REMEDY));
            }
            code.push(line);
        }
        let caption = caption.join(" ").trim().to_string();
        if caption.is_empty() {
            problems.push(Problem::in_file(file, "has no caption", CAPTION_REMEDY));
        }
        if one.is_none() {
            problems.push(Problem::in_file(file, "doesn’t say what its times are the times of", DIRECTIVE_REMEDY));
        }
        let code = code.join("\n").trim().to_string() + "\n";
        problems.extend(other_quantity(file, quantity, &code));
        problems.or(Measurement {
            name: name.to_string(),
            file: file.to_path_buf(),
            caption,
            quantity,
            one: one.unwrap_or_default(),
            claims,
            code,
            shared: String::new(),
            records: Vec::new(),
        })
    }

    /// What tells this code, with what it shares with others, from any other, in 32 letters and digits. What's said above it
    /// may change.
    pub fn fingerprint(&self) -> String {
        format!("{:032x}", xxh3_128(format!("{}{}", self.code, self.shared).as_bytes()))
    }
}

/// A benchmark says that it measures one thing, and criterion is told to measure another. Criterion measures time, unless it's
/// given something else by `with_measurement`.
fn other_quantity(file: &Path, quantity: Quantity, code: &str) -> Option<Problem> {
    let (fault, remedy) = match (quantity, code.contains(".with_measurement(")) {
        (Quantity::Time, false) | (Quantity::Memory, true) => return None,
        (Quantity::Time, true) => (
            "gives criterion something else to measure than time",
            "if that’s bytes, say `//@ memory of one: …` in place of `//@ one: …`",
        ),
        (Quantity::Memory, false) => (
            "says that it measures memory, and criterion measures time in it",
            "give criterion a measurement of bytes, by `with_measurement`, or say `//@ one: …`",
        ),
    };
    Some(Problem::in_file(file, fault, remedy))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "//! Cloning an `Rc`,\n//! and an `Arc`.\n//@ one: clone\n//@ claim: Arc > 2 * Rc\n\nfn main() {}\n";

    fn parsed(text: &str) -> Result<Measurement, String> {
        let problems = |problems: Problems| problems.0.iter().map(|problem| format!("{problem}\n")).collect();
        Measurement::parse("clones", Path::new("clones.rs"), text).map_err(problems)
    }

    #[test]
    fn a_file_has_a_caption_a_unit_claims_and_code() {
        let found = parsed(TEXT).unwrap();
        assert_eq!((found.caption.as_str(), found.one.as_str()), ("Cloning an `Rc`, and an `Arc`.", "clone"));
        assert_eq!((found.claims.len(), found.claims[0].line), (1, 4));
        assert_eq!(found.code, "fn main() {}\n");
    }

    #[test]
    fn what_is_said_of_the_code_does_not_change_its_fingerprint() {
        let print = |text: &str| parsed(text).unwrap().fingerprint();
        assert_eq!(print(TEXT), print(&TEXT.replace("and an", "or an").replace("2 *", "3 *")));
        assert_ne!(print(TEXT), print(&TEXT.replace("main", "other")));
    }

    #[test]
    fn faults_are_told_with_their_lines() {
        assert!(parsed("fn main() {}\n").unwrap_err().contains("clones.rs: has no caption"));
        assert!(parsed("//! A\nfn main() {}\n").unwrap_err().contains("clones.rs: doesn’t say what its times"));
        for line in ["//@ claim: Arc", "//@ claims: Arc > Rc", "//@ one: clone again", "//@ panics"] {
            let said = parsed(&TEXT.replace("\n\n", &format!("\n{line}\n\n"))).unwrap_err();
            assert!(said.contains(&format!("clones.rs:5: `{line}` is no directive")), "{said}");
        }
        let said = parsed(&TEXT.replace("main() {", "main() {\n    //@ claim: Arc > Rc\n")).unwrap_err();
        assert!(said.contains("clones.rs:7: `//@ claim: Arc > Rc` stands below the comments"), "{said}");
    }

    #[test]
    fn what_measures_memory_says_so_in_its_code_and_above_it() {
        let memory = TEXT.replace("one:", "memory of one:").replace("{}", "{ c.with_measurement(Bytes); }");
        let found = parsed(&memory).unwrap();
        assert_eq!((found.quantity, found.one.as_str()), (Quantity::Memory, "clone"));
        assert_eq!(found.claims[0].to_string(), "Arc takes more than 2 times as much memory as Rc");
        let said = parsed(&memory.replace("memory of one", "one")).unwrap_err();
        assert!(said.contains("clones.rs: gives criterion something else to measure than time"), "{said}");
        let said = parsed(&memory.replace(".with_measurement", ".with")).unwrap_err();
        assert!(said.contains("clones.rs: says that it measures memory, and criterion measures time"), "{said}");
    }
}

//! Which suites `cargo test` ran, according to its log, and how many tests each must have at least, according to a
//! committed file.
//!
//! Tests that are gone never fail. A suite that Cargo does not find any more, one that lost its `harness = false` and
//! now has no test at all, a package that is left out of the workspace's default members: all of that is a passing
//! `cargo test`, with less tested.

use std::collections::BTreeMap;
use std::fmt;

/// The suites, as the log and the file name them, `tests/faults/main.rs (faults)`, and how many tests each has.
pub type Suites = BTreeMap<String, usize>;

/// The suites that ran by a log of `cargo test`, in which what is printed to both streams is in its order.
///
/// A suite is named by its source and its program, as Cargo does when it starts it, without the hash behind the program's
/// name. Two of one name, in two packages, count as one.
pub fn of_a_log(log: &str) -> Suites {
    let mut suites = Suites::new();
    let mut running: Option<String> = None;
    // A suite may print what others printed; the last line of a result is its own.
    let mut has = 0;
    for line in log.lines().map(without_colours) {
        if let Some(started) = started(&line) {
            if let Some(suite) = running.replace(started) {
                *suites.entry(suite).or_default() += has;
            }
            has = 0;
        } else if let Some(tests) = result(&line) {
            has = tests;
        }
    }
    if let Some(suite) = running {
        *suites.entry(suite).or_default() += has;
    }
    suites
}

/// What a line names that Cargo prints before it starts a suite.
fn started(line: &str) -> Option<String> {
    let line = line.trim_start();
    if let Some(package) = line.strip_prefix("Doc-tests ") {
        return Some(format!("doc-tests ({})", package.trim_end()));
    }
    let (source, program) = line.strip_prefix("Running ")?.trim_end().strip_suffix(')')?.split_once(" (")?;
    let name = program.rsplit(['/', '\\']).next()?;
    let name = name.strip_suffix(".exe").unwrap_or(name).rsplit_once('-')?.0;
    Some(format!("{} ({name})", source.replace('\\', "/")))
}

/// How many tests a suite has by the last line that it prints.
fn result(line: &str) -> Option<usize> {
    let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let count =
        |kind: &str| counts.split(';').find_map(|part| part.trim().strip_suffix(kind)?.trim().parse::<usize>().ok());
    Some(count("passed")? + count("failed")? + count("ignored")?)
}

fn without_colours(line: &str) -> String {
    let mut text = String::new();
    let mut pieces = line.split('\u{1b}');
    text.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        text.push_str(piece.split_once('m').map_or("", |(_, text)| text));
    }
    text
}

/// The text of the committed file for these suites; those without a test are left out.
pub fn text(suites: &Suites) -> String {
    let lines = suites.iter().filter(|(_, tests)| **tests > 0).map(|(suite, tests)| format!("{tests:>4} {suite}\n"));
    HEAD.to_string() + &lines.collect::<String>()
}

const HEAD: &str = "# How many tests each suite has at least; .ci/run holds them against the log of `cargo test`.\n\
                    # Whoever adds a suite adds its line here, and whoever takes tests out says so here.\n";

/// What is less than the committed `file` says, whose name is for the messages.
///
/// # Errors
/// Suites that did not run or have fewer tests, suites with tests of which the file does not know, and lines that cannot
/// be read.
pub fn held_against(file: &str, committed: &str, ran: &Suites) -> Result<(), Vec<Less>> {
    let mut less = Vec::new();
    let mut known = Suites::new();
    for (line, text) in
        (1..).zip(committed.lines()).filter(|(_, text)| !text.starts_with('#') && !text.trim().is_empty())
    {
        let at = format!("{file}:{line}");
        let read = text.trim().split_once(' ').and_then(|(least, suite)| Some((least.parse::<usize>().ok()?, suite)));
        let Some((least, suite)) = read else {
            less.push(Less {
                at,
                fault: format!("`{text}` is no number of tests and a suite"),
                remedy: "write `3 tests/name.rs (name)`".into(),
            });
            continue;
        };
        known.insert(suite.to_string(), least);
        let fault = match ran.get(suite) {
            Some(has) if *has >= least => continue,
            Some(has) => format!("{suite} has {has} tests, and had {least}"),
            None => format!("{suite} did not run, and has {least} tests"),
        };
        less.push(Less { at, fault, remedy: "restore what is gone, or say here that it is".into() });
    }
    for (suite, tests) in ran.iter().filter(|(suite, tests)| **tests > 0 && !known.contains_key(*suite)) {
        let fault = format!("does not know of {suite}");
        less.push(Less { at: file.to_string(), fault, remedy: format!("add the line `{tests} {suite}`") });
    }
    if less.is_empty() { Ok(()) } else { Err(less) }
}

/// One thing that is less than it was, or unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Less {
    at: String,
    fault: String,
    remedy: String,
}

impl fmt::Display for Less {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n  help: {}", self.at, self.fault, self.remedy)
    }
}

//! Explores one file of a reader's own, which belongs to no catalog and no chapter.
//!
//! Its comments are comments: no header, no mark and no anchor in it says anything, except for
//! `//@ schedules: sample 10000`, so that a copy of a listing that asks for a sample is explored as the listing is.

use crate::ask::{LIMIT, Unanswered, ask};
use crate::explorer::{MODEL, SEED, STATES};
use crate::unmodelled::all_is_modelled;
use crate::words::{need, schedules, undefined_kind};
use catalog::{Edition, Exploring, Id, Intent, Listing, Problem, Problems, Schedules, Shown, ShownLine, Stdout};
use look_alike::one_file::{self, Built, OneFile, Unbuilt};
use report::{EndReport, LeakReport, OutcomeReport, Report, UndefinedReport};
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;
use toolchain::messages::Diagnostic;

/// A reader's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadersFile {
    /// Its path, as the reader gave it.
    pub path: PathBuf,
    /// What is in it.
    pub source: String,
    /// The edition that it is compiled as.
    pub edition: Edition,
}

/// Under which orders of its threads' turns a file is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Under every one, if there are gone states than this.
    Every {
        /// How many states there may be.
        states: usize,
    },
    /// Under some, chosen at random.
    Sample {
        /// How many.
        schedules: usize,
        /// The seed of all choices.
        seed: u64,
    },
}

impl Reach {
    /// The limit on states by default.
    pub const STATES: usize = STATES;
    /// The default seed.
    pub const SEED: u64 = SEED;
}

/// Why a file is not explored.
#[derive(Debug, PartialEq, Eq)]
pub enum Refused {
    /// The compiler refuses it, with this message, in its colours.
    Compiler(String),
    /// Something else, with what to do about it.
    Problems(Problems),
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Refused {
        Refused::Problems(problem.into())
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Compiler(words) => f.write_str(words.trim_end()),
            Refused::Problems(problems) => problems.fmt(f),
        }
    }
}

impl std::error::Error for Refused {}

impl ReadersFile {
    /// Reads it.
    ///
    /// # Errors
    /// If it cannot be read, or is not text.
    pub fn read(path: &Path, edition: Edition) -> Result<ReadersFile, Refused> {
        let source = std::fs::read_to_string(path).map_err(|error| Problem::io(path, "read", &error))?;
        Ok(ReadersFile { path: path.to_path_buf(), source, edition })
    }

    /// Its lines, as the compiler counts them: without the mark of its encoding that may come before the first, and
    /// without the carriage returns that may come after each.
    pub fn code(&self) -> String {
        let text = self.source.strip_prefix('\u{feff}').unwrap_or(&self.source);
        text.lines().flat_map(|line| [line, "\n"]).collect()
    }

    /// How it is explored if nobody says.
    pub fn reach(&self) -> Reach {
        let asked = |line: &str| line.trim().strip_prefix("//@ schedules: sample ")?.trim().parse().ok();
        match self.source.lines().find_map(asked) {
            Some(schedules) => Reach::Sample { schedules, seed: SEED },
            None => Reach::Every { states: STATES },
        }
    }

    /// The file as a listing, for code that only knows listings.
    fn listing(&self) -> Listing {
        let code = self.code();
        let line = |(index, text): (usize, &str)| {
            // The shebang line is not Rust, and its words must not be taken for names.
            let shebang = index == 0 && text.starts_with("#!") && !text[2..].trim_start().starts_with('[');
            ShownLine { text: if shebang { String::new() } else { text.to_string() }, file_line: index + 1 }
        };
        Listing {
            id: Id { part: "file".to_string(), name: one_file::NAME.to_string() },
            file: self.path.clone(),
            caption: String::new(),
            note: None,
            intent: Intent::Runs(Stdout::Exact),
            edition: self.edition,
            same_code_as: None,
            schedules: Some(Exploring::Every),
            happens_before: false,
            leaks: false,
            shape: None,
            marks: Vec::new(),
            limit: Duration::MAX,
            source: self.source.clone(),
            shown: Shown { lines: code.lines().enumerate().map(line).collect(), ..Shown::default() },
        }
    }

    fn problem(&self, fault: impl Into<String>, remedy: impl Into<String>) -> Refused {
        Problem::in_file(&self.path, fault, remedy).into()
    }
}

/// What a reader's file does under the orders of its threads' turns.
///
/// # Errors
/// Where the compiler refuses it, where it uses what is not modelled, and where it is too large.
pub fn explore_file(file: &ReadersFile, reach: Reach) -> Result<Schedules, Refused> {
    let built = build(file)?;
    let listing = file.listing();
    let words = match reach {
        Reach::Every { states } => ["every".to_string(), states.to_string(), states.to_string()],
        Reach::Sample { schedules, seed } => ["sample".to_string(), schedules.to_string(), seed.to_string()],
    };
    let how: Vec<&str> = words.iter().map(String::as_str).collect();
    let kept = built.folder.join(format!("{}.report", how.join("-")));
    let report = match known(&kept, built.made_from) {
        Some(report) => report,
        None => {
            let report =
                ask(&built.program, one_file::NAME, &file.source, &how).map_err(|why| unanswered(file, reach, why))?;
            keep(&kept, built.made_from, &report);
            report
        }
    };
    let mut found = schedules(&listing, &report);
    // A status other than 0 that `main` returns ends the program after its last line.
    let lines = listing.shown.lines.len();
    found.steps.iter_mut().filter(|step| step.1 > lines).for_each(|step| step.1 = 0);
    found.leaks.retain(|leak| leak.1 <= lines);
    Ok(found)
}

/// One thing that a program can come to, with what std has to do for it that it hardly ever does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fate {
    /// How it ends.
    pub end: Fates,
    /// What it prints to standard output.
    pub prints: String,
    /// What std has to do for it, and whether memory has to be weak, in words; nothing for most.
    pub needs: Vec<String>,
    /// What is never freed.
    pub leaks: Vec<FateLeak>,
}

/// What one line allocates and nothing ever frees.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FateLeak {
    /// The line.
    pub line: usize,
    /// How many bytes at most.
    pub bytes: usize,
    /// How many blocks at most.
    pub blocks: usize,
    /// Whether some schedules free it.
    pub only_in_some: bool,
}

/// How a program ends, or why it does not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fates {
    /// `main` has returned.
    Returns,
    /// `main` has panicked, with this message.
    Panics(String),
    /// The program has ended itself with this status.
    Exits(i32),
    /// No thread can go on.
    Hangs,
    /// Threads go on for ever.
    Livelocks,
    /// A thread has undefined behaviour: its kind, and its lines.
    Undefined(String),
}

/// All that a reader's file can come to, whatever std chooses where its documentation leaves a choice.
///
/// # Errors
/// As for [`explore_file`].
pub fn fates_of_file(file: &ReadersFile, states: usize) -> Result<Vec<Fate>, Refused> {
    let built = build(file)?;
    let report =
        ask(&built.program, one_file::NAME, &file.source, &["every", &states.to_string(), &states.to_string()])
            .map_err(|why| unanswered(file, Reach::Every { states }, why))?;
    if !report.with_all_choices {
        let remedy = "make it smaller, or allow it more states";
        return Err(file.problem("not everything that std permits beyond its usual behaviour could be tried", remedy));
    }
    let mut fates: Vec<Fate> = report
        .outcomes
        .into_iter()
        .map(|outcome| Fate {
            needs: needs(&outcome),
            leaks: outcome.leaks.iter().map(leak).collect(),
            end: match outcome.end {
                EndReport::Returned => Fates::Returns,
                EndReport::Panicked(message) => Fates::Panics(message),
                EndReport::Exited(status) => Fates::Exits(status),
                EndReport::Deadlock => Fates::Hangs,
                EndReport::Livelock => Fates::Livelocks,
                EndReport::Undefined(undefined) => Fates::Undefined(undefined_words(&undefined)),
            },
            prints: outcome.prints,
        })
        .collect();
    fates.sort();
    Ok(fates)
}

fn leak(LeakReport { line, bytes, blocks, schedule }: &LeakReport) -> FateLeak {
    FateLeak { line: *line as usize, bytes: *bytes, blocks: *blocks, only_in_some: schedule.is_some() }
}

/// "data race, 12 and 17".
fn undefined_words(undefined: &UndefinedReport) -> String {
    let both = undefined.before.iter().chain([&undefined.here]).map(|who| who.line).filter(|line| *line > 0);
    let mut lines: Vec<u32> = both.collect();
    // Of a race either may be the first. What is freed is freed before it is used.
    if undefined.kind == report::UndefinedKind::Race {
        lines.sort_unstable();
    }
    lines.dedup();
    let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
    format!("{}, {}", undefined_kind(undefined.kind).name(), lines.join(" and "))
}

fn needs(outcome: &OutcomeReport) -> Vec<String> {
    let needs = outcome.needs.iter().map(|(verb, choice)| need(verb, *choice).to_string());
    let is_weak = outcome.schedule.iter().any(|(_, choice)| choice.is_weak());
    needs.chain(is_weak.then(|| MEMORY_IS_WEAK.to_string())).collect()
}

/// What an outcome needs that no order of steps explains.
pub const MEMORY_IS_WEAK: &str = "memory is weak";

/// Compiles a file against the model. What is known not to be modelled is refused in words of its own, wherever the file
/// is good Rust: the compiler could only say that it is not there.
fn build(file: &ReadersFile) -> Result<Built, Refused> {
    let one = OneFile { path: &file.path, source: &file.source, edition: file.edition };
    let is_modelled = || all_is_modelled(&file.listing()).map_err(|problems| Refused::Problems(for_a_reader(problems)));
    let built = one_file::build(MODEL, one).map_err(|why| {
        let of_model = matches!(why, Unbuilt::Unlike(_));
        of_model.then(|| is_modelled().err()).flatten().unwrap_or_else(|| unbuilt(file, why))
    })?;
    is_modelled()?;
    Ok(built)
}

/// What was reported before, if it was by the same program.
fn known(kept: &Path, made_from: u64) -> Option<Report> {
    let text = std::fs::read_to_string(kept).ok()?;
    let (by, text) = text.split_once('\n')?;
    if by == made_from.to_string() { serde_json::from_str(text).ok() } else { None }
}

/// Keeps what was reported. If that fails, the next time explores again.
fn keep(kept: &Path, made_from: u64, report: &Report) {
    if let Ok(text) = serde_json::to_string(report) {
        let _ = std::fs::write(kept, format!("{made_from}\n{text}"));
    }
}

/// The same without the advice that is for listings.
fn for_a_reader(problems: Problems) -> Problems {
    let without = |remedy: &str| remedy.replace("; or remove `//@ schedules`", "");
    let shorter = |problem: Problem| Problem { remedy: without(&problem.remedy), ..problem };
    Problems(problems.into_iter().map(shorter).collect())
}

fn unbuilt(file: &ReadersFile, why: Unbuilt) -> Refused {
    let words = |errors: &[Diagnostic]| errors.iter().map(|error| error.rendered.as_str()).collect::<String>();
    match why {
        Unbuilt::Refused(errors) if errors.iter().all(|error| error.code.as_deref() == Some("E0601")) => file.problem(
            "has no `main`, where exploring begins",
            "write `fn main() { … }` and have it start the threads that you want to see",
        ),
        Unbuilt::Refused(errors) => Refused::Compiler(words(&errors)),
        Unbuilt::Unlike(errors) => file.problem(
            format!(
                "compiles with std, but not with the model of std that it is explored against:\n{}",
                words(&errors)
            ),
            "take out what is not modelled, such as clocks, files and the network; the rest can be explored",
        ),
        Unbuilt::NotAlone(errors) => {
            let line = errors.iter().find_map(|error| error.line).unwrap_or(1);
            let fault = "needs another file to compile, but only a single file can be explored";
            Problem::at_line(&file.path, line, fault, "move its contents here, as in `mod name { … }`").into()
        }
        Unbuilt::Unwritable(toolchain::Unwritable { folder, error }) => {
            Problem::in_file(&folder, format!("cannot be written to: {error}"), toolchain::remedy_for_files()).into()
        }
        Unbuilt::Failed(why) => file.problem(
            format!("cannot be compiled to be explored: {}", why.trim()),
            "run it once with a network connection, and see what is reported here",
        ),
    }
}

fn unanswered(file: &ReadersFile, reach: Reach, why: Unanswered) -> Refused {
    let cannot = |why: &str, remedy: &str| file.problem(format!("cannot be explored: {why}"), remedy);
    match why {
        Unanswered::NotRun(why) => cannot(&why, "run the command again"),
        Unanswered::TooLong => cannot(
            &format!("it was not finished after {} s", LIMIT.as_secs()),
            "if it has a loop that goes round without its thread taking a step, fix that; otherwise make it smaller, \
             or try some of its schedules: --sample 10000",
        ),
        Unanswered::TooMany(why) => {
            let more = match reach {
                Reach::Every { states } => format!("; --states {} lets it go on longer", states.saturating_mul(10)),
                Reach::Sample { .. } => String::new(),
            };
            cannot(
                &why,
                &format!("make it smaller, with fewer rounds or threads; or try some schedules: --sample 10000{more}"),
            )
        }
        Unanswered::Cannot(why) => cannot(&why, "make it smaller, or take out what is named here"),
        Unanswered::Unreadable(why) => {
            cannot(&format!("cannot read the explorer's answer: {why}"), "please report this, with the file")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(source: &str) -> ReadersFile {
        ReadersFile { path: PathBuf::from("a b.rs"), source: source.into(), edition: Edition::E2024 }
    }

    #[test]
    fn lines_are_counted_as_the_compiler_counts_them() {
        let listing = file("\u{feff}#!/usr/bin/env it's\r\n\r\nfn main() {}").listing();
        assert_eq!(listing.shown.text(), "\n\nfn main() {}\n");
        assert_eq!(file("#![allow(unused)]\nfn main() {}").listing().shown.lines[0].text, "#![allow(unused)]");
    }

    #[test]
    fn of_all_headers_a_sample_is_honoured() {
        assert_eq!(file("//@ panics\nfn main() {}").reach(), Reach::Every { states: STATES });
        let sample = file("//! A\n//@ schedules: sample 300\nfn main() {}").reach();
        assert_eq!(sample, Reach::Sample { schedules: 300, seed: SEED });
    }

    #[test]
    fn advice_for_listings_is_left_away() {
        let problem = Problem::in_file(Path::new("a.rs"), "cannot", "share it; or remove `//@ schedules`");
        assert_eq!(for_a_reader(problem.into()).to_string(), "a.rs: cannot\n  help: share it");
    }
}

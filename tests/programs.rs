//! Small programs with all that std permits them to come to, each written down in the program's own header.
//!
//! The outcomes were worked out from std's documentation, and by trying the real programs, and not by the explorer:
//! they are what it is checked against.

#[path = "programs/expected.rs"]
mod expected;

use catalog::Edition;
use expected::{Expected, ExpectedEnd, ExpectedOutcome, leak, written};
use explorer::{FateLeak, Fates, Reach, ReadersFile, Refused, fates_of_file};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use toolchain::tested::package;
use trials::{Asked, Failed, Trial};

fn main() -> ExitCode {
    let folder = package().join("tests/programs");
    let files = fs::read_dir(&folder).expect("the folder of the programs");
    let mut programs: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    // The one file which is no program, but reads them.
    programs.retain(|program| program.file_name().is_some_and(|name| name != "expected.rs"));
    programs.sort();
    assert!(!programs.is_empty(), "there are programs in {}", folder.display());
    let trial = |program: PathBuf| {
        let name = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let unwatchable = fs::read_to_string(&program).ok().and_then(|source| explorer::unwatchable(&source));
        let trial = Trial::test(name, move || comes_to_what_is_expected(&program));
        match unwatchable {
            Some(_) => trial.with_kind("memory cannot be watched here").with_ignored_flag(true),
            None => trial,
        }
    };
    Asked::by_the_command_line().run(programs.into_iter().map(trial).collect()).exit_code()
}

fn comes_to_what_is_expected(program: &Path) -> Result<(), Failed> {
    let source = fs::read_to_string(program)?;
    let expected = Expected::read(program, &source).map_err(|problems| problems.to_string())?;
    let file = ReadersFile::read(program, Edition::E2024).map_err(told)?;
    let found = fates_of_file(&file, Reach::STATES);
    if let Some((line, phrase)) = &expected.refused {
        let why = found.err().map(told).ok_or("it is explored, and should be refused")?;
        let has_line = why.contains(&format!(":{line}:")) || why.contains(&format!("line {line}"));
        return if has_line && why.contains(phrase) { Ok(()) } else { Err(why.into()) };
    }
    let found = found.map_err(told)?;
    let found: BTreeSet<String> = found
        .iter()
        .map(|fate| {
            let end = match &fate.end {
                Fates::Returns => "returns".to_string(),
                Fates::Panics(message) => panics(message.lines().next().unwrap_or_default(), &fate.needs),
                Fates::Exits(status) => format!("exits {status}"),
                Fates::Hangs => "hangs".to_string(),
                Fates::Livelocks => "livelocks".to_string(),
                Fates::Undefined(what) => format!("undefined `{what}`"),
            };
            let leaks: Vec<String> = fate.leaks.iter().map(leaks).collect();
            in_words(&end, &written(&fate.prints), &fate.needs, &leaks)
        })
        .collect();
    let meant: BTreeSet<String> = expected.outcomes.iter().map(of_header).collect();
    let list = |set: Vec<&String>| set.into_iter().map(|one| format!("    {one}\n")).collect::<String>();
    let (missing, more) = (list(meant.difference(&found).collect()), list(found.difference(&meant).collect()));
    if missing.is_empty() && more.is_empty() {
        return Ok(());
    }
    Err(format!("not found:\n{missing}not expected:\n{more}").into())
}

fn told(why: Refused) -> String {
    match why {
        Refused::Compiler(words) => words,
        Refused::Problems(problems) => problems.to_string(),
    }
}

fn of_header(outcome: &ExpectedOutcome) -> String {
    let end = match &outcome.end {
        ExpectedEnd::Returns => "returns".to_string(),
        ExpectedEnd::Panics(message) => panics(message, &outcome.needs),
        ExpectedEnd::Exits(status) => format!("exits {status}"),
        ExpectedEnd::Hangs => "hangs".to_string(),
        ExpectedEnd::Livelocks => "livelocks".to_string(),
        ExpectedEnd::Undefined(what) => format!("undefined `{what}`"),
    };
    in_words(&end, &outcome.printed, &outcome.needs, &outcome.leaks)
}

/// A panic. Where std may panic instead of waiting for ever, it does not say by which words.
fn panics(message: &str, needs: &[String]) -> String {
    if needs.iter().any(|need| need.ends_with("again panics")) {
        "panics".into()
    } else {
        format!("panics {message:?}")
    }
}

fn leaks(found: &FateLeak) -> String {
    leak(found.only_in_some, found.line, found.bytes, found.blocks)
}

fn in_words(end: &str, printed: &str, needs: &[String], leaks: &[String]) -> String {
    let mut needs = needs.to_vec();
    needs.sort();
    let only = if needs.is_empty() { String::new() } else { format!(", only if {}", needs.join(" and ")) };
    let leaks: String = leaks.iter().map(|leak| format!("\n        {leak}")).collect();
    format!("{end}{only}: {printed}{leaks}")
}

//! The headers of the programs with known outcomes are read as they are meant.

#[path = "programs/expected.rs"]
mod expected;

use catalog::Problems;
use expected::*;
use std::path::Path;

/// Reads a program of six lines whose header has these directives, from its second line on.
fn read(directives: &str) -> Result<Expected, Problems> {
    let source = format!("//! A lamp\n{directives}\n\nfn main() {{}}\n");
    Expected::read(Path::new("tests/programs/lamp.rs"), &source)
}

fn outcome(end: ExpectedEnd, printed: &str, needs: &[&str]) -> ExpectedOutcome {
    let needs = needs.iter().map(ToString::to_string).collect();
    ExpectedOutcome { end, printed: printed.into(), needs, leaks: Vec::new() }
}

#[test]
fn each_end_is_read_with_what_was_printed() {
    let read = read(
        "//@ returns: on | off\n//@ returns:\n// A remark: of no account.\n//@ returns: on \\\n\
         //@ panics `no lamp: it's gone`: on\n//@ panics `no `Lamp``:\n//@ exits 3:\n//@ exits -1: off\n\
         //@ hangs:\n//@ livelocks: a: b",
    );
    let outcomes = vec![
        outcome(ExpectedEnd::Returns, "on | off", &[]),
        outcome(ExpectedEnd::Returns, "", &[]),
        outcome(ExpectedEnd::Returns, "on \\", &[]),
        outcome(ExpectedEnd::Panics("no lamp: it's gone".into()), "on", &[]),
        outcome(ExpectedEnd::Panics("no `Lamp`".into()), "", &[]),
        outcome(ExpectedEnd::Exits(3), "", &[]),
        outcome(ExpectedEnd::Exits(-1), "off", &[]),
        outcome(ExpectedEnd::Hangs, "", &[]),
        outcome(ExpectedEnd::Livelocks, "a: b", &[]),
    ];
    assert_eq!(read, Ok(Expected { outcomes, refused: None, sample: None }));
}

#[test]
fn choices_are_read_in_one_order() {
    let (wait, again) = ("`wait` returns without a reason", "locking again panics");
    let read = read(&format!(
        "//@ returns, only if {again} and {wait}: on\n//@ panics `again`, only if {again}:\n//@ exits 3, only if {wait}:"
    ));
    let outcomes = vec![
        outcome(ExpectedEnd::Returns, "on", &[wait, again]),
        outcome(ExpectedEnd::Panics("again".into()), "", &[again]),
        outcome(ExpectedEnd::Exits(3), "", &[wait]),
    ];
    assert_eq!(read, Ok(Expected { outcomes, refused: None, sample: None }));
}

#[test]
fn every_choice_can_be_named() {
    for choice in CHOICES {
        let read = read(&format!("//@ hangs, only if {choice}: on")).unwrap();
        assert_eq!(read.outcomes, [outcome(ExpectedEnd::Hangs, "on", &[choice])]);
    }
}

#[test]
fn a_refusal_names_a_line_and_a_phrase() {
    let expected = Expected { outcomes: Vec::new(), refused: Some((4, "spin_loop: see".into())), sample: None };
    assert_eq!(read("//@ refused at 4: spin_loop: see"), Ok(expected));
}

#[test]
fn what_leaks_belongs_to_the_outcome_above() {
    let lines = "//@ returns: on\n//@ leaks: 7, 1 byte\n//@ leaks in some: 7, 8 bytes in 2 blocks\n//@ hangs:";
    let outcomes = read(lines).unwrap().outcomes;
    assert_eq!(outcomes[0].leaks, ["leaks: 7, 1 byte", "leaks in some: 7, 8 bytes in 2 blocks"]);
    assert!(outcomes[1].leaks.is_empty());
}

#[test]
fn a_sample_has_outcomes_that_must_be_seen() {
    let outcomes = vec![outcome(ExpectedEnd::Returns, "3", &[])];
    assert_eq!(read("//@ sample 1000\n//@ returns: 3"), Ok(Expected { outcomes, refused: None, sample: Some(1000) }));
}

#[test]
fn one_outcome_may_come_of_either_of_two_choices() {
    let lines = "//@ hangs, only if locking again panics:\n//@ hangs, only if `park` returns without a reason:";
    assert_eq!(read(lines).unwrap().outcomes.len(), 2);
}

#[test]
fn what_was_printed_is_written_in_one_line() {
    for (stdout, expected) in [
        ("", ""),
        ("on\n", "on"),
        ("on", "on \\"),
        ("on \noff  \n", "on | off"),
        ("on\n\noff", "on |  | off \\"),
        (" on ", " on \\"),
        ("\n", ""),
        (" ", "\\"),
        ("a | b\n", "a | b"),
    ] {
        assert_eq!(written(stdout), expected, "{stdout:?}");
        // Whatever is written so can be in a header.
        let line = if expected.is_empty() { "//@ hangs:".to_string() } else { format!("//@ hangs: {expected}") };
        assert_eq!(read(&line).unwrap().outcomes[0].printed, expected);
    }
}

#[test]
fn a_fault_is_told_with_its_file_and_line() {
    for (directives, line, expected) in [
        ("// nothing", 1, "does not say what it comes to"),
        ("//@ sample 10", 1, "is a sample of no outcome"),
        ("//@ refused at 5: lamp\n//@ returns:", 1, "is refused, and has outcomes"),
        ("//@ sample 10\n//@ refused at 5: lamp", 1, "is refused, and has outcomes"),
        ("//@ returns\n//@ hangs:", 2, "has no colon"),
        ("//@ returns, only if locking again panics", 2, "has no colon"),
        ("//@ hangs:\n//@ returned: on", 3, "`returned: on` is none of the things"),
        ("//@ schedules: sample 1000", 2, "is none of the things"),
        ("//@hangs:", 2, "has no space behind `//@`"),
        ("//@ hangs:on", 2, "has no space behind the colon"),
        ("//@ hangs: ", 2, "ends in a space"),
        ("//@ hangs: on  | off", 2, "has a line that ends in a space"),
        ("//@ hangs: on  \\", 2, "has a line that ends in a space"),
        ("//@ panics: on", 2, "is none of the things"),
        ("//@ panics on: on", 2, "has no message in backticks"),
        ("//@ panics `on", 2, "has no message in backticks"),
        ("//@ exits well: on", 2, "`well` is no exit code"),
        ("//@ hangs, only if it rains: on", 2, "`it rains` is no choice of std"),
        ("//@ hangs, only if : on", 2, "`` is no choice of std"),
        ("//@ hangs, only if locking again panics and locking again panics:", 2, "twice"),
        ("//@ hangs, unless it rains: on", 2, "has no colon"),
        ("//@ returns: on\n//@ returns: on", 3, "is the outcome of another line"),
        ("//@ returns, only if locking again panics: on\n//@ returns: on", 3, "is the outcome of another line"),
        ("//@ refused at 5: on\n//@ refused at 5: fn", 3, "is a second refusal"),
        ("//@ refused at lamp: on", 2, "names no line or no phrase"),
        ("//@ refused at 4", 2, "names no line or no phrase"),
        ("//@ refused at 0: on", 2, "names line 0, which has no code"),
        ("//@ refused at 2: on", 2, "names line 2, which has no code"),
        ("//@ refused at 3: on", 2, "names line 3, which has no code"),
        ("//@ refused at 5: on", 2, "names line 5, which has no code"),
        ("//@ leaks: 5, 4 bytes", 2, "stands below no outcome in which `main` returns"),
        ("//@ hangs:\n//@ leaks: 6, 4 bytes", 3, "stands below no outcome in which `main` returns"),
        ("//@ returns:\n//@ leaks: 3, 4 bytes", 3, "names line 3, which has no code"),
        ("//@ returns:\n//@ leaks: 6", 3, "does not say what leaks"),
        ("//@ returns:\n//@ leaks: 6, 0 bytes", 3, "does not say what leaks"),
        ("//@ returns:\n//@ leaks in all: 6, 4 bytes", 3, "does not say what leaks"),
        ("//@ sample 0", 2, "is no number of schedules"),
        ("//@ sample 10\n//@ sample 10", 3, "is a second sample"),
        ("\n//@ hangs:", 3, "stands below the header"),
    ] {
        let problems = read(directives).expect_err(directives).to_string();
        let first = problems.lines().next().unwrap();
        assert!(first.starts_with(&format!("tests/programs/lamp.rs:{line}: ")), "{directives}\n{problems}");
        assert!(first.contains(expected), "{directives}\n{problems}");
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let source = "// A lamp\n//@ hung:\n//@ sample\n\nfn main() {}\n//@ returns:\n";
    let problems = Expected::read(Path::new("lamp.rs"), source).unwrap_err();
    assert_eq!(problems.0.iter().map(|problem| problem.line.unwrap()).collect::<Vec<_>>(), [1, 2, 3, 6]);
}

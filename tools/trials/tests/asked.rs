//! A suite of trials understands what Rust's own harness does: this file is both, and starts itself as one or the other.

use std::process::{Command, ExitCode};
use trials::{Asked, Trial};

/// The name by which this program runs the suite of the tests, and not the tests.
const SUITE: &str = "TRIALS_TO_BE_ASKED_FOR";

fn main() -> ExitCode {
    if std::env::var_os(SUITE).is_some() {
        let passes = |name: &str| Trial::test(name, || Ok(()));
        let trials = vec![
            passes("threads::spawn"),
            passes("threads::join").with_kind("runs"),
            passes("messages::send"),
            passes("messages::send-twice"),
            passes("sharing::slow").with_ignored_flag(true),
        ];
        return Asked::by_the_command_line().run(trials).exit_code();
    }
    let tests: [(&str, fn()); 8] = [
        ("without_arguments_all_are_run", all),
        ("one_filter_is_met_by_part_of_a_name", one_filter),
        ("of_several_filters_a_test_has_to_meet_one", several_filters),
        ("filters_and_skips_are_exact_when_that_is_asked_for", exact),
        ("what_is_skipped_is_left_out_also_of_several_filters", skipped),
        ("what_is_ignored_is_run_when_that_is_asked_for", ignored),
        ("a_list_has_what_would_be_run", listed),
        ("what_only_changes_how_it_is_told_is_accepted", told),
    ];
    let trial = |(name, test): (&str, fn())| {
        Trial::test(name, move || {
            test();
            Ok(())
        })
    };
    let trials = tests.map(trial);
    Asked::by_the_command_line().run(trials.into()).exit_code()
}

/// What the suite prints when it is asked with these arguments, and whether it accepted them.
fn said(arguments: &[&str]) -> String {
    let mut command = Command::new(std::env::current_exe().unwrap());
    let output = command.args(arguments).args(["--color", "never"]).env(SUITE, "").output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {told}");
    String::from_utf8(output.stdout).unwrap()
}

/// The names of those that ran, in their order, and of how many it is said that they were left out.
fn ran(arguments: &[&str]) -> (Vec<String>, usize) {
    let said = said(&[arguments, &["--test-threads", "1"]].concat());
    let name = |line: &str| Some(line.strip_prefix("test ")?.strip_suffix(" ... ok")?.trim().to_string());
    let left_out = said.split("; ").find_map(|part| part.trim().strip_suffix(" filtered out")?.parse().ok());
    (said.lines().filter_map(name).collect(), left_out.unwrap_or_else(|| panic!("{said}")))
}

#[track_caller]
fn runs(arguments: &[&str], names: &[&str]) {
    let (ran, left_out) = ran(arguments);
    assert_eq!(ran, names, "{arguments:?}");
    let ignored = usize::from(arguments.is_empty());
    assert_eq!(left_out, 5 - names.len() - ignored, "{arguments:?}");
}

const ALL: [&str; 4] = ["threads::spawn", "[runs] threads::join", "messages::send", "messages::send-twice"];

fn all() {
    runs(&[], &ALL);
}

fn one_filter() {
    runs(&["threads::"], &ALL[..2]);
    runs(&["send"], &ALL[2..]);
}

fn several_filters() {
    runs(&["threads::spawn", "messages::send"], &["threads::spawn", "messages::send", "messages::send-twice"]);
    runs(&["join", "twice", "of nothing"], &["[runs] threads::join", "messages::send-twice"]);
    runs(&["nothing", "at all"], &[]);
}

fn exact() {
    runs(&["--exact", "messages::send"], &["messages::send"]);
    runs(&["--exact", "messages::send", "threads::join", "threads"], &["[runs] threads::join", "messages::send"]);
}

fn skipped() {
    runs(&["messages", "threads", "--skip", "twice", "--skip", "spawn"], &["[runs] threads::join", "messages::send"]);
    runs(
        &["--exact", "messages::send", "threads::join", "--skip", "messages"],
        &["[runs] threads::join", "messages::send"],
    );
}

fn ignored() {
    runs(&["--ignored"], &["sharing::slow"]);
    runs(&["--ignored", "slow", "threads"], &["sharing::slow"]);
    runs(&["--include-ignored", "slow", "spawn"], &["threads::spawn", "sharing::slow"]);
}

fn listed() {
    assert_eq!(said(&["--list", "join", "twice"]), "[runs] threads::join: test\nmessages::send-twice: test\n");
}

fn told() {
    for arguments in
        [["--no-capture"], ["--nocapture"], ["--show-output"], ["-q"], ["--format=terse"], ["--test-threads=2"]]
    {
        assert!(said(&arguments).contains("4 passed"), "{arguments:?}");
        assert!(said(&[&arguments, &["spawn", "join"][..]].concat()).contains("2 passed"), "{arguments:?}");
    }
}

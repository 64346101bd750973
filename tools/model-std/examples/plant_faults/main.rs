//! Plants deliberate faults in the engine and the model of std, one after the other, and reports which tests find each.
//!
//! The random programs must find it, or else the tests whose names say what is then wrong. Planting all of them takes
//! an hour, so no test does it.
//!
//! ```console
//! $ cargo run -p model-std --example plant_faults                  # all of them
//! $ cargo run -p model-std --example plant_faults barrier token    # those whose names contain one of these words
//! ```
//!
//! They are planted in a copy of the workspace, in `target/faults`, and never in the workspace itself. The exit status
//! is 1 if one is not found.

mod list;

use list::{FAULTS, Fault};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long the tests may take with a fault. A fault that keeps them from ending by then counts as found.
const LIMIT: Duration = Duration::from_secs(300);

/// Tests that can find a fault.
struct Suite {
    name: &'static str,
    /// What Cargo builds.
    of: &'static [&'static str],
    /// What their names contain.
    filter: &'static str,
}

const RANDOM: &[&str] = &["--package", "model-std", "--test", "random"];

/// In this order. Building takes longer than running, so that a suite is built where those before have found nothing.
const SUITES: [Suite; 5] = [
    Suite { name: "random", of: RANDOM, filter: "the_search_comes" },
    Suite { name: "model", of: &["--package", "model-std", "--test", "model"], filter: "" },
    Suite { name: "litmus", of: &["--package", "model-std", "--test", "litmus"], filter: "" },
    Suite { name: "interleavings", of: &["--package", "interleavings"], filter: "" },
    Suite { name: "replay", of: RANDOM, filter: "the_search_finds" },
];

fn workspace() -> PathBuf {
    toolchain::tested::package().join("../..").canonicalize().expect("the workspace is there")
}

/// Copies a folder with all that is in it, but for what is built and the history.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for the copy");
    for entry in fs::read_dir(from).expect("a folder of the workspace") {
        let entry = entry.expect("an entry of a folder");
        if ["target", ".git", "book"].iter().any(|name| entry.file_name() == *name) && from == workspace() {
            continue;
        }
        let to = to.join(entry.file_name());
        if entry.file_type().expect("the type of a file").is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("a copy of a file");
        }
    }
}

/// Builds a suite in the copy; returns the programs that run it.
fn build(suite: &Suite, copy: &Path) -> Result<Vec<PathBuf>, String> {
    let built = Command::new(env!("CARGO"))
        .args(["test", "--no-run"])
        .args(suite.of)
        .current_dir(copy)
        .env("CARGO_TARGET_DIR", copy.with_file_name("build"))
        .output()
        .expect("Cargo is there, as it has started this");
    let words = String::from_utf8_lossy(&built.stderr);
    if !built.status.success() {
        return Err(words.into_owned());
    }
    let lines = words.lines().filter(|line| line.trim_start().starts_with("Executable"));
    let programs = lines.filter_map(|line| line.rsplit_once('(')?.1.split_once(')'));
    Ok(programs.map(|(path, _)| copy.join(path)).collect())
}

/// Whether the tests of a suite pass, of which this is a program.
fn passes(program: &Path, suite: &Suite, copy: &Path) -> bool {
    let mut run = Command::new(program)
        .arg(suite.filter)
        .current_dir(copy.join("tools/model-std"))
        // The first program that fails is enough.
        .env("RANDOM_AS_IT_IS", "1")
        .env("RUST_BACKTRACE", "0")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("what has been built can be run");
    let begin = Instant::now();
    while begin.elapsed() < LIMIT {
        if let Some(status) = run.try_wait().expect("the state of a child") {
            return status.success();
        }
        sleep(Duration::from_millis(50));
    }
    run.kill().expect("a child can be ended");
    run.wait().expect("the state of a child");
    false
}

/// The first suite that does not pass in the copy; none if all do.
///
/// # Errors
/// Where it does not compile.
fn first_that_fails(copy: &Path) -> Result<Option<&'static str>, String> {
    for suite in &SUITES {
        if !build(suite, copy)?.iter().all(|program| passes(program, suite, copy)) {
            return Ok(Some(suite.name));
        }
    }
    Ok(None)
}

fn main() -> ExitCode {
    let folder = workspace().join("target/faults");
    let tree = folder.join("tree");
    if tree.exists() {
        fs::remove_dir_all(&tree).expect("an old copy can go");
    }
    copy(&workspace(), &tree);
    let failing = first_that_fails(&tree).unwrap_or_else(|words| panic!("{words}"));
    assert_eq!(failing, None, "that suite fails already without a fault");
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let mut missed = Vec::new();
    let is_asked_for = |fault: &&Fault| asked.is_empty() || asked.iter().any(|word| fault.name.contains(word.as_str()));
    for fault in FAULTS.iter().filter(is_asked_for) {
        let file = tree.join(fault.file);
        let source = fs::read_to_string(&file).expect("a file of the copy");
        fs::write(&file, fault.planted(&source)).expect("a file of the copy can be written");
        let begin = Instant::now();
        let found_by = first_that_fails(&tree).unwrap_or_else(|words| {
            println!("{} does not compile:\n{words}", fault.name);
            None
        });
        fs::write(&file, source).expect("a file of the copy can be written");
        let verdict = found_by.unwrap_or("MISSED");
        println!("{verdict:13} {:3} s  {}: {}", begin.elapsed().as_secs(), fault.name, fault.what);
        if found_by.is_none() {
            missed.push(fault.name);
        }
    }
    if missed.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!("not found: {}", missed.join(", "));
    ExitCode::FAILURE
}

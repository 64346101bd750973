//! Deliberate faults in the engine and the look-alike of std, each of which the random programs have to find.
//!
//! ```console
//! $ cargo test -p model-std --test faults -- --ignored --nocapture             # all of them: an hour
//! $ FAULT=barrier cargo test -p model-std --test faults -- --ignored --nocapture  # those whose names contain it
//! ```
//!
//! They are planted in a copy of the workspace, in `target/faults`, and never in the workspace itself.

mod list;

use list::{FAULTS, Fault};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long the random programs may take with a fault. What does not end by then is found out as well.
const LIMIT: Duration = Duration::from_secs(300);

/// How many random programs there are, as in the test that each change is tested with.
const PROGRAMS: &str = "500";

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace is there")
}

impl Fault {
    /// The source of its file with the fault.
    fn planted(&self, source: &str) -> String {
        let places = source.matches(self.find).count();
        assert_eq!(
            places, 1,
            "{}: {} has {places} places of what is to be replaced:\n{}",
            self.name, self.file, self.find
        );
        source.replace(self.find, self.replace)
    }
}

#[test]
fn each_fault_has_its_place() {
    for fault in FAULTS {
        let source = fs::read_to_string(workspace().join(fault.file)).expect("a file of the workspace");
        assert_ne!(fault.planted(&source), source, "{}", fault.name);
        assert_eq!(FAULTS.iter().filter(|other| other.name == fault.name).count(), 1, "{}", fault.name);
    }
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

/// Builds the random programs in the copy; gives the program that runs them.
fn build(copy: &Path) -> Result<PathBuf, String> {
    let built = Command::new(env!("CARGO"))
        .args(["test", "--package", "model-std", "--test", "random", "--no-run"])
        // Building takes longer than running: most faults are found at once.
        .args(["--config", "profile.dev.package.model-std.opt-level=1"])
        .current_dir(copy)
        .env("CARGO_TARGET_DIR", copy.with_file_name("build"))
        .output()
        .expect("Cargo is there, as it runs this test");
    let words = String::from_utf8_lossy(&built.stderr);
    let program = words.rsplit_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(path, _)| copy.join(path));
    program.filter(|_| built.status.success()).ok_or_else(|| words.into_owned())
}

/// Whether the random programs pass.
fn pass(program: &Path, copy: &Path, programs: &str) -> bool {
    let mut run = Command::new(program)
        .arg("the_search")
        .current_dir(copy.join("tools/model-std"))
        // The first program that fails is enough.
        .env("RANDOM_AS_IT_IS", "1")
        .env("RANDOM_PROGRAMS", programs)
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

#[test]
#[ignore = "it builds the engine and runs the random programs once for each fault"]
fn each_fault_is_found() {
    let folder = workspace().join("target/faults");
    let tree = folder.join("tree");
    if tree.exists() {
        fs::remove_dir_all(&tree).expect("an old copy can go");
    }
    copy(&workspace(), &tree);
    let program = build(&tree).unwrap_or_else(|words| panic!("{words}"));
    assert!(pass(&program, &tree, "20"), "without a fault, the random programs fail already");
    let only = std::env::var("FAULT").unwrap_or_default();
    let mut missed = Vec::new();
    let is_asked_for = |fault: &&Fault| only.split(',').any(|part| fault.name.contains(part));
    for fault in FAULTS.iter().filter(is_asked_for) {
        let file = tree.join(fault.file);
        let source = fs::read_to_string(&file).expect("a file of the copy");
        fs::write(&file, fault.planted(&source)).expect("a file of the copy can be written");
        let begin = Instant::now();
        let found = match build(&tree) {
            Err(words) => {
                println!("{} does not compile:\n{words}", fault.name);
                false
            }
            Ok(program) => !pass(&program, &tree, PROGRAMS),
        };
        fs::write(&file, source).expect("a file of the copy can be written");
        let verdict = if found { "found " } else { "MISSED" };
        println!("{verdict} {:3} s  {}: {}", begin.elapsed().as_secs(), fault.name, fault.what);
        if !found {
            missed.push(fault.name);
        }
    }
    assert!(missed.is_empty(), "not found: {missed:?}");
}

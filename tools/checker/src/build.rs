//! Builds the programs of the book with one call of Cargo, and reports each as soon as it is there.

use catalog::{Catalog, Id, Listing, Problem};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use toolchain::messages::{self, Message};

/// The programs of some listings, while Cargo builds them.
#[derive(Debug)]
pub struct Programs {
    progress: Arc<Progress>,
    builder: Option<JoinHandle<()>>,
}

/// What is known so far, and the signal that more is.
#[derive(Debug, Default)]
struct Progress {
    known: Mutex<Known>,
    news: Condvar,
}

#[derive(Debug, Default)]
struct Known {
    /// By the names of their listings.
    executables: BTreeMap<String, PathBuf>,
    /// Errors and warnings, each as the compiler rendered it.
    messages: BTreeMap<String, Vec<String>>,
    /// That Cargo is done; or why it has not come to compiling any of them.
    end: Option<Result<(), Problem>>,
}

/// Why there is no executable to run: what the compiler said.
#[derive(Debug)]
pub enum Refusal {
    /// It compiles, with warnings.
    Warned(String),
    /// It does not compile.
    Failed(String),
    /// Cargo has not come to compiling any.
    Unbuilt(Problem),
}

/// How programs are built, in addition to what the workspace's own `[profile.listing]` says for speed: with every check
/// that a reader's `cargo run` has.
const SETTINGS: [&str; 6] = [
    "build.rustc-wrapper=''",
    "build.rustc-workspace-wrapper=''",
    "profile.listing.opt-level=0",
    "profile.listing.panic='unwind'",
    "profile.listing.debug-assertions=true",
    "profile.listing.overflow-checks=true",
];

impl Programs {
    /// Has the programs of these listings built, for the target triple `host`, into `target`, a folder of our own. It does
    /// not wait for them.
    pub fn build(catalog: &Catalog, listings: &BTreeSet<Id>, host: &str, target: &Path) -> Programs {
        let command = command(catalog, listings, host, target);
        let progress = Arc::<Progress>::default();
        let told = Arc::clone(&progress);
        let builder = thread::spawn(move || {
            let end = follow(command, &told);
            told.tell(|known| known.end = Some(end));
        });
        Programs { progress, builder: Some(builder) }
    }

    /// The executable of a listing, as soon as it is built; or what the compiler found in it: programs have no warnings.
    pub fn executable(&self, name: &str) -> Result<PathBuf, Refusal> {
        let known = self.progress.known.lock().unwrap_or_else(PoisonError::into_inner);
        let is_open = |known: &mut Known| known.end.is_none() && !known.executables.contains_key(name);
        let known = self.progress.news.wait_while(known, is_open).unwrap_or_else(PoisonError::into_inner);
        match (known.messages.get(name), known.executables.get(name), &known.end) {
            (None, Some(executable), _) => Ok(executable.clone()),
            (Some(messages), Some(_), _) => Err(Refusal::Warned(messages.join("\n"))),
            (_, None, Some(Err(problem))) => Err(Refusal::Unbuilt(problem.clone())),
            (Some(messages), None, _) => Err(Refusal::Failed(messages.join("\n"))),
            (None, None, _) => Err(Refusal::Failed("cargo did not build it".to_string())),
        }
    }
}

/// Anyone who removes the folder of a book has to find nobody at work in it.
impl Drop for Programs {
    fn drop(&mut self) {
        if let Some(builder) = self.builder.take() {
            // How it ended has been reported.
            let _ = builder.join();
        }
    }
}

impl Progress {
    fn tell(&self, what: impl FnOnce(&mut Known)) {
        what(&mut self.known.lock().unwrap_or_else(PoisonError::into_inner));
        self.news.notify_all();
    }
}

/// A call of Cargo that builds as programs are built, of which only has to be said what.
pub fn cargo(root: &Path, host: &str, target: &Path) -> Command {
    let mut command = toolchain::cargo();
    command
        .current_dir(root)
        .args(["build", "--profile", "listing", "--keep-going", "--quiet", "--message-format", "json"])
        // Given here, so that a person's own cargo configuration cannot say otherwise.
        .args(["--target", host])
        .args(SETTINGS.iter().flat_map(|setting| ["--config", setting]))
        .arg("--target-dir")
        .arg(target);
    command
}

fn command(catalog: &Catalog, listings: &BTreeSet<Id>, host: &str, target: &Path) -> Command {
    let mut command = cargo(&catalog.root, host, target);
    let is_asked_for = |listing: &&Listing| listing.is_program() && listings.contains(&listing.id);
    for part in &catalog.parts {
        if catalog.programs(part).any(|listing| is_asked_for(&listing)) {
            command.args(["--package", &part.name]);
        }
    }
    let programs = || catalog.listings.values().filter(|listing| listing.is_program());
    if programs().all(|listing| is_asked_for(&listing)) {
        command.arg("--bins");
    } else {
        command.args(programs().filter(is_asked_for).flat_map(|listing| ["--bin", &listing.id.name]));
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs Cargo to its end, and tells at once of each program what it says.
fn follow(mut command: Command, progress: &Progress) -> Result<(), Problem> {
    let failed =
        |why: String| Problem::in_file(Path::new("Cargo.toml"), why, "run `cargo build --workspace` to see it in full");
    let mut cargo = command.spawn().map_err(|error| failed(format!("cannot run cargo: {error}")))?;
    let (stdout, stderr) = (cargo.stdout.take(), cargo.stderr.take());
    // Both are read at the same time, so that neither fills up.
    let said = thread::spawn(move || stderr.map(io::read_to_string));
    let mut nothing = true;
    // What cannot be read is missing, and then a program is told not to have been built.
    for line in stdout.into_iter().flat_map(|stdout| BufReader::new(stdout).split(b'\n')).map_while(Result::ok) {
        for message in messages::read(&line) {
            nothing = false;
            progress.tell(|known| match message {
                Message::Built { target, executable } => drop(known.executables.insert(target, executable)),
                Message::Found { target, diagnostic } => {
                    known.messages.entry(target).or_default().push(diagnostic.rendered);
                }
            });
        }
    }
    let status = cargo.wait().map_err(|error| failed(format!("cannot wait for cargo: {error}")))?;
    if nothing && !status.success() {
        let said = said.join().ok().flatten().and_then(Result::ok).unwrap_or_default();
        return Err(failed(format!("cargo cannot build it: {}", said.trim())));
    }
    Ok(())
}

//! Which state of the repository the pages are made from: the last commit, or why none can be
//! named.

use std::fmt;
use std::path::Path;
use std::process::Command;

/// A commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// When it was made, in UTC: `2026-04-01T12:00:00Z`.
    pub time: String,
    /// Its name, shortened.
    pub name: String,
    /// Whether files of the book are not as they are there.
    pub is_changed: bool,
}

impl Revision {
    /// The day.
    pub fn date(&self) -> &str {
        self.time.split('T').next().unwrap_or_default()
    }
}

/// Why no commit can be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nameless {
    /// There is no git that could be asked.
    NoGit,
    /// There is no repository around the book, or git refuses to read it.
    NoRepository,
    /// The repository around it knows nothing of this book, as when a copy of it lies in a folder of somebody else's.
    OfSomethingElse,
    /// Its repository has no commit.
    NoCommit,
}

impl fmt::Display for Nameless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Nameless::NoGit => "there was no git to ask",
            Nameless::NoRepository => "git found no repository around it that it may read",
            Nameless::OfSomethingElse => "the repository around it is another one, which doesn't have its book.toml",
            Nameless::NoCommit => "its repository has no commit",
        })
    }
}

/// The last commit of the repository that the book at `root` is kept in.
///
/// The date of a build would make two builds of the same book differ.
///
/// # Errors
/// Why there is none to name.
pub fn of(root: &Path) -> Result<Revision, Nameless> {
    git(root, &["--version"]).ok_or(Nameless::NoGit)?;
    git(root, &["rev-parse", "--is-inside-work-tree"]).ok_or(Nameless::NoRepository)?;
    git(root, &["ls-files", "--error-unmatch", "book.toml"]).ok_or(Nameless::OfSomethingElse)?;
    let log = ["log", "-1", "--date=format-local:%Y-%m-%dT%H:%M:%SZ", "--format=%cd %h", "--abbrev=10"];
    let text = git(root, &log).ok_or(Nameless::NoCommit)?;
    let (time, name) = text.trim().split_once(' ').ok_or(Nameless::NoCommit)?;
    let changes = git(root, &["status", "--porcelain", "--untracked-files=normal", "--", "."]);
    let changes = changes.ok_or(Nameless::NoRepository)?;
    Ok(Revision { time: time.to_string(), name: name.to_string(), is_changed: !changes.trim().is_empty() })
}

/// What git says in this folder, whatever a person has set up for it; none if it fails.
fn git(root: &Path, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new("git");
    // `GIT_DIR` and its like would make it speak of another repository.
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("GIT_") {
            command.env_remove(name);
        }
    }
    let plain = ["-c", "log.showSignature=false", "-c", "color.ui=false", "-c", "status.relativePaths=true"];
    let output = command.args(plain).args(arguments).env("TZ", "UTC").current_dir(root).output().ok()?;
    output.status.success().then(|| String::from_utf8(output.stdout).ok())?
}

//! Which state of the repository the pages are made from: the last commit, if the book is as it is there.

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

/// The last commit of the repository that the book at `root` is kept in; none where there is no git, or no repository, or
/// one that knows nothing of this book, as when a copy of it lies in a folder of somebody else's.
///
/// The date of a build would make two builds of the same book differ.
pub fn of(root: &Path) -> Option<Revision> {
    git(root, &["ls-files", "--error-unmatch", "book.toml"])?;
    let text = git(root, &["log", "-1", "--date=format-local:%Y-%m-%dT%H:%M:%SZ", "--format=%cd %h", "--abbrev=10"])?;
    let (time, name) = text.trim().split_once(' ')?;
    let changes = git(root, &["status", "--porcelain", "--untracked-files=normal", "--", "."])?;
    Some(Revision { time: time.to_string(), name: name.to_string(), is_changed: !changes.trim().is_empty() })
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

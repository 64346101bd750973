//! Which state of the repository the pages are made from: its last commit.

use std::path::Path;
use std::process::Command;

/// A commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// When it was made, in UTC: `2026-04-01T12:00:00Z`.
    pub time: String,
    /// Its name, shortened.
    pub name: String,
}

impl Revision {
    /// The day.
    pub fn date(&self) -> &str {
        self.time.split('T').next().unwrap_or_default()
    }
}

/// The last commit; none where there is no git, or no repository.
///
/// The date of a build would make two builds of the same book differ.
pub fn of(root: &Path) -> Option<Revision> {
    let output = Command::new("git")
        .args(["log", "-1", "--date=format-local:%Y-%m-%dT%H:%M:%SZ", "--format=%cd %h", "--abbrev=10"])
        .env("TZ", "UTC")
        .current_dir(root)
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let text = String::from_utf8(output.stdout).ok()?;
    let (time, name) = text.trim().split_once(' ')?;
    Some(Revision { time: time.to_string(), name: name.to_string() })
}

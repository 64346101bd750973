//! Builds every program of the book with one call of Cargo.

use catalog::{Catalog, Problem, Problems};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use toolchain::messages::{self, Message};

/// The programs, by the names of their listings.
#[derive(Debug, Default)]
pub struct Programs {
    executables: BTreeMap<String, PathBuf>,
    /// Errors and warnings, each as the compiler rendered it.
    messages: BTreeMap<String, Vec<String>>,
}

/// Why there is no executable to run: what the compiler said.
#[derive(Debug)]
pub enum Refusal {
    /// It compiles, with warnings.
    Warned(String),
    /// It does not compile.
    Failed(String),
}

/// How programs are built, beside what the workspace's own `[profile.listing]` says to be quick: with every check that
/// a reader's `cargo run` has.
const SETTINGS: [&str; 6] = [
    "build.rustc-wrapper=''",
    "build.rustc-workspace-wrapper=''",
    "profile.listing.opt-level=0",
    "profile.listing.panic='unwind'",
    "profile.listing.debug-assertions=true",
    "profile.listing.overflow-checks=true",
];

impl Programs {
    /// Builds all programs of the catalog, for the target triple `host`, into `target`, a folder of our own.
    pub fn build(catalog: &Catalog, host: &str, target: &Path) -> Result<Programs, Problems> {
        let manifest = Path::new("Cargo.toml");
        let failed = |why: String| Problem::in_file(manifest, why, "run `cargo build --workspace` to see it in full");
        let mut command = toolchain::cargo();
        command
            .current_dir(&catalog.root)
            .args(["build", "--bins", "--profile", "listing", "--keep-going", "--quiet", "--message-format", "json"])
            // Given here, so that a person's own cargo configuration cannot say otherwise.
            .args(["--target", host])
            .args(SETTINGS.iter().flat_map(|setting| ["--config", setting]))
            .arg("--target-dir")
            .arg(target);
        for part in &catalog.parts {
            command.args(["--package", &part.name]);
        }
        let output = command.output().map_err(|error| failed(format!("cargo does not run: {error}")))?;
        let mut programs = Programs::default();
        for message in messages::read(&output.stdout) {
            match message {
                Message::Built { target, executable } => {
                    programs.executables.insert(target, executable);
                }
                Message::Found { target, diagnostic } => {
                    programs.messages.entry(target).or_default().push(diagnostic.rendered);
                }
            }
        }
        if programs.executables.is_empty() && programs.messages.is_empty() && !output.status.success() {
            return Err(
                failed(format!("cargo cannot build it: {}", String::from_utf8_lossy(&output.stderr).trim())).into()
            );
        }
        Ok(programs)
    }

    /// The executable of a listing, or what the compiler found in it: programs have no warnings.
    pub fn executable(&self, name: &str) -> Result<&Path, Refusal> {
        match (self.messages.get(name), self.executables.get(name)) {
            (None, Some(executable)) => Ok(executable),
            (Some(messages), Some(_)) => Err(Refusal::Warned(messages.join("\n"))),
            (Some(messages), None) => Err(Refusal::Failed(messages.join("\n"))),
            (None, None) => Err(Refusal::Failed("cargo did not build it".to_string())),
        }
    }
}

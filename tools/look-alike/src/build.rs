//! Builds the package of explored listings, and says of which listing the compiler complains.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The programs by their names, and the compiler's errors.
#[derive(Debug, Default)]
pub struct Built {
    /// The programs.
    pub programs: BTreeMap<String, PathBuf>,
    /// Each error with the program it is in and the file that it blames.
    pub errors: Vec<(String, Option<PathBuf>, String)>,
}

#[derive(Deserialize)]
struct Message {
    reason: String,
    target: Option<Target>,
    executable: Option<PathBuf>,
    message: Option<Diagnostic>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

#[derive(Deserialize)]
struct Diagnostic {
    level: String,
    rendered: Option<String>,
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    file_name: PathBuf,
    is_primary: bool,
    expansion: Option<Box<Expansion>>,
}

#[derive(Deserialize)]
struct Expansion {
    span: Span,
}

impl Span {
    /// Where it stands outside of every macro.
    fn outermost(&self) -> &Path {
        self.expansion.as_ref().map_or(&self.file_name, |expansion| expansion.span.outermost())
    }
}

/// Builds all programs of the package at `folder` into `target`.
///
/// # Errors
/// What Cargo says, where it does not come to compiling a listing.
pub fn build(folder: &Path, target: &Path) -> Result<Built, String> {
    let mut command = toolchain::cargo();
    command
        .current_dir(folder)
        .args(["build", "--bins", "--keep-going", "--quiet", "--offline", "--message-format", "json"])
        .args(["--config", "build.rustc-wrapper=''", "--target-dir"])
        .arg(target);
    let output = command.output().map_err(|error| format!("cargo does not run: {error}"))?;
    let mut built = Built::default();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Message>(line) else { continue };
        let Some(target) = message.target else { continue };
        match (message.reason.as_str(), message.executable, message.message) {
            ("compiler-artifact", Some(executable), _) => {
                built.programs.insert(target.name, executable);
            }
            ("compiler-message", _, Some(diagnostic))
                if diagnostic.level == "error" && !diagnostic.spans.is_empty() =>
            {
                // The others show what it has to do with, which may stand in the look-alike.
                let blamed = diagnostic.spans.iter().find(|span| span.is_primary);
                let file = blamed.map(|span| span.outermost().to_path_buf());
                built.errors.push((target.name, file, diagnostic.rendered.unwrap_or_default()));
            }
            _ => {}
        }
    }
    if !output.status.success() && built.errors.is_empty() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().to_string());
    }
    Ok(built)
}

//! Builds the package of explored listings, and says of which listing the compiler complains.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use toolchain::messages::{self, Message};

/// The programs by their names, and the compiler's errors.
#[derive(Debug, Default)]
pub struct Built {
    /// The programs.
    pub programs: BTreeMap<String, PathBuf>,
    /// Each error with the program it is in and the file that it blames.
    pub errors: Vec<(String, Option<PathBuf>, String)>,
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
    for message in messages::read(&output.stdout) {
        match message {
            Message::Built { target, executable } => {
                built.programs.insert(target, executable);
            }
            Message::Found { target, diagnostic } if diagnostic.is_error => {
                built.errors.push((target, diagnostic.file, diagnostic.rendered));
            }
            Message::Found { .. } => {}
        }
    }
    if !output.status.success() && built.errors.is_empty() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().to_string());
    }
    Ok(built)
}

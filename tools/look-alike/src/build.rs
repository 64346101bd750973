//! Builds the package of explored listings, and says of which listing the compiler complains.

use std::collections::{BTreeMap, BTreeSet};
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

/// Builds the programs of the package at `folder` into `target`, each with these flags of the compiler. With flags, Cargo
/// builds one program after the other, since it takes flags for one alone.
///
/// # Errors
/// What Cargo says, where it does not come to compiling a listing.
pub fn build(folder: &Path, target: &Path, programs: &BTreeSet<String>, flags: &[&str]) -> Result<Built, String> {
    let mut built = Built::default();
    if flags.is_empty() {
        run(folder, target, &["build", "--bins", "--keep-going"], &[], &mut built)?;
    } else {
        for program in programs {
            run(folder, target, &["rustc", "--bin", program], flags, &mut built)?;
        }
    }
    Ok(built)
}

fn run(folder: &Path, target: &Path, what: &[&str], flags: &[&str], built: &mut Built) -> Result<(), String> {
    let mut command = toolchain::cargo();
    command
        .current_dir(folder)
        .args(what)
        .args(["--quiet", "--offline", "--message-format", "json"])
        .args(["--config", "build.rustc-wrapper=''", "--target-dir"])
        .arg(target);
    if !flags.is_empty() {
        command.arg("--").args(flags);
    }
    let output = command.output().map_err(|error| format!("cargo does not run: {error}"))?;
    let before = built.errors.len();
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
    if !output.status.success() && built.errors.len() == before {
        return Err(String::from_utf8_lossy(&output.stderr).trim().to_string());
    }
    Ok(())
}

//! Builds the package of explored listings, and says which listing the compiler complains about.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Output;
use toolchain::Compiler;
use toolchain::messages::{self, Message};

/// The programs by their names, and the compiler's errors.
#[derive(Debug, Default)]
pub struct Built {
    /// The programs.
    pub programs: BTreeMap<String, PathBuf>,
    /// Each error with the program it is in and the file that it blames.
    pub errors: Vec<(String, Option<PathBuf>, String)>,
}

/// Builds the programs of the package at `folder` into `target`, by this compiler, and each with these flags of it. With flags, Cargo
/// builds one program after the other, since it takes flags for one alone.
///
/// # Errors
/// What Cargo says, where it does not come to compiling a listing.
pub fn build(
    compiler: &Compiler,
    folder: &Path,
    target: &Path,
    programs: &BTreeSet<String>,
    flags: &[&str],
) -> Result<Built, String> {
    let mut built = Built::default();
    let mut run = |what: &[&str]| {
        let output =
            cargo(compiler, folder, target, what, flags).map_err(|error| format!("cannot run cargo: {error}"))?;
        built.take(&output)
    };
    if flags.is_empty() {
        run(&["build", "--bins", "--keep-going"])?;
    } else {
        for program in programs {
            run(&["rustc", "--bin", program])?;
        }
    }
    Ok(built)
}

/// Has Cargo build something of the package at `folder` into `target`, by this compiler, and returns its messages as
/// JSON.
///
/// It uses the network only if a crate is missing. Someone who has installed a program has the crates that it is made
/// from, but may never have had those of what it builds.
///
/// # Errors
/// Where Cargo does not run.
pub fn cargo(compiler: &Compiler, folder: &Path, target: &Path, what: &[&str], flags: &[&str]) -> io::Result<Output> {
    let build = || {
        let mut command = compiler.cargo();
        command
            .current_dir(folder)
            .args(what)
            .args(["--quiet", "--offline", "--message-format", "json"])
            .args(["--config", "build.rustc-wrapper=''", "--target-dir"])
            .arg(target);
        if !flags.is_empty() {
            command.arg("--").args(flags);
        }
        command.output()
    };
    let output = build()?;
    // Where it came to compiling anything, it has said so.
    if output.status.success() || !output.stdout.is_empty() {
        return Ok(output);
    }
    let fetched = compiler.cargo().current_dir(folder).args(["fetch", "--quiet"]).output()?;
    if fetched.status.success() { build() } else { Ok(fetched) }
}

impl Built {
    /// Takes what Cargo has said.
    fn take(&mut self, output: &Output) -> Result<(), String> {
        let before = self.errors.len();
        for message in messages::read(&output.stdout) {
            match message {
                Message::Built { target, executable } => {
                    self.programs.insert(target, executable);
                }
                Message::Found { target, diagnostic } if diagnostic.is_error => {
                    self.errors.push((target, diagnostic.file, diagnostic.rendered));
                }
                Message::Found { .. } => {}
            }
        }
        if !output.status.success() && self.errors.len() == before {
            return Err(String::from_utf8_lossy(&output.stderr).trim().to_string());
        }
        Ok(())
    }
}

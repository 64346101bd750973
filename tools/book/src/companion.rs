//! Programs of ours that only some commands need. If Cargo runs this one, they are built on demand, so that no other
//! command waits for them to be compiled; otherwise they are looked for beside this one.

use anyhow::{Context, Result, bail};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use toolchain::messages::{self, Message};

/// Such a program, and the words for it.
pub struct Companion {
    /// Its name, and the name of its package and of its folder in `tools`.
    pub name: &'static str,
    /// What it is to the person who asked for it, as in "the screen".
    pub role: &'static str,
    /// What it does, as in "draws the screen".
    pub job: &'static str,
    /// What can be done without it, as in "--play=lines needs none".
    pub otherwise: &'static str,
}

impl Companion {
    /// The program: built by the Cargo that runs this one, or the one that is installed beside it.
    ///
    /// # Errors
    /// If it cannot be built, or is not installed.
    pub fn find(&self) -> Result<PathBuf> {
        if let Some(checkout) = self.checkout() {
            return self.build(&checkout);
        }
        let program = self.beside()?;
        if !program.is_file() {
            bail!(
                "{}: the program that {} is not installed\n  help: install it from where you installed this one, with \
                 `cargo install --path tools/{}`; {}",
                program.display(),
                self.job,
                self.name,
                self.otherwise
            );
        }
        Ok(program)
    }

    /// The checkout of the tools, if Cargo runs this program from one.
    fn checkout(&self) -> Option<PathBuf> {
        toolchain::target()?;
        let package = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR")?);
        let manifest = Path::new("tools").join(self.name).join("Cargo.toml");
        package.ancestors().find(|folder| folder.join(&manifest).is_file()).map(Path::to_path_buf)
    }

    fn build(&self, checkout: &Path) -> Result<PathBuf> {
        let cannot = || format!("the {} cannot be built\n  help: see what Cargo says; {}", self.role, self.otherwise);
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command
            .current_dir(checkout)
            .args(["build", "--package", self.name, "--message-format", "json-render-diagnostics"])
            .stderr(Stdio::inherit());
        // Then there is little to wait for.
        if self.beside().is_ok_and(|program| program.is_file()) {
            command.arg("--quiet");
        } else {
            eprintln!("Compiling the {} first; this happens only once.", self.role);
        }
        let output = command.output().with_context(cannot)?;
        let executable = messages::read(&output.stdout).into_iter().find_map(|message| match message {
            Message::Built { target, executable } if target == self.name => Some(executable),
            _ => None,
        });
        executable.filter(|_| output.status.success()).with_context(cannot)
    }

    /// Where the program is if it was built or installed the way this one was.
    fn beside(&self) -> Result<PathBuf> {
        let own = std::env::current_exe().context("this program does not know where it is")?;
        Ok(own.with_file_name(format!("{}{}", self.name, std::env::consts::EXE_SUFFIX)))
    }
}

/// Becomes another program, so that ending this one ends that one. Returns only if it cannot be started.
#[cfg(unix)]
pub fn replace_by(mut command: Command) -> io::Error {
    use std::os::unix::process::CommandExt;
    command.exec()
}

/// Runs another program and ends as it does, on systems where a program cannot become another. Returns only if it
/// cannot be started.
#[cfg(not(unix))]
pub fn replace_by(mut command: Command) -> io::Error {
    match command.status() {
        Ok(status) => std::process::exit(status.code().unwrap_or(1)),
        Err(error) => error,
    }
}

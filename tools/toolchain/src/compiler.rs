//! Finds the pinned compiler, and calls it so that nothing around it can change its messages.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The compiler of a book.
#[derive(Debug)]
pub struct Compiler {
    program: PathBuf,
    /// Where its library is.
    pub sysroot: PathBuf,
    /// What it reports about itself with `-vV`: its version, the commit it was built from, its host, and its LLVM.
    pub about: String,
    /// Its version, `1.95.0`.
    pub version: String,
    /// The machine's own target triple.
    pub host: String,
}

impl Compiler {
    /// The compiler that the toolchain file of `root` pins: rustup picks it by the folder.
    ///
    /// From then on it is called by its own path, in any folder, without the detour through rustup.
    pub fn find(root: &Path) -> io::Result<Compiler> {
        let ask = |argument: &str| answer(&crate::rustc("rustc").arg(argument).current_dir(root).output()?);
        let about = ask("-vV")?;
        let line = |start: &str| {
            let found = about.lines().find_map(|line| line.strip_prefix(start)).map(str::to_string);
            found.ok_or_else(|| {
                io::Error::other(format!("`rustc -vV` does not say its {}", start.trim_end_matches(": ")))
            })
        };
        let sysroot = PathBuf::from(ask("--print=sysroot")?.trim());
        let program = sysroot.join("bin").join(format!("rustc{}", std::env::consts::EXE_SUFFIX));
        let program = if program.is_file() { program } else { PathBuf::from("rustc") };
        let (version, host) = (line("release: ")?, line("host: ")?);
        Ok(Compiler { program, sysroot, about, version, host })
    }

    /// A call of it.
    pub fn command(&self) -> Command {
        crate::rustc(&self.program)
    }

    /// A call of Cargo that builds with it, whatever the folder in which Cargo runs would choose.
    pub fn cargo(&self) -> Command {
        let mut command = crate::cargo();
        command.env("RUSTC", &self.program);
        command
    }
}

fn answer(output: &Output) -> io::Result<String> {
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(io::Error::other(String::from_utf8_lossy(&output.stderr).trim().to_string()))
    }
}

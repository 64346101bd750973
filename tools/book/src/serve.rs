//! Serves the book. What does so is a program of its own, `tools/serve`: a web server and a watcher of files take a quarter
//! of the time in which all of this is compiled, and most who build the book never ask for them.

use crate::companion::{self, Companion};
use anyhow::{Error, Result};
use std::convert::Infallible;
use std::path::Path;
use std::process::Command;

const SERVER: Companion =
    Companion { name: "serve", role: "server", job: "serves the book", otherwise: "`cargo book --open` needs none" };

/// Serves until it is interrupted, by the server in place of this program. A port of 0 takes any that is free.
pub fn serve(root: &Path, hostname: &str, port: u16, open: bool) -> Result<Infallible> {
    let server = SERVER.find()?;
    let mut command = Command::new(&server);
    // In one word with what it is for, so that nothing a person writes is taken for another option.
    command.arg(root).arg(format!("--hostname={hostname}")).arg(format!("--port={port}"));
    if open {
        command.arg("--open");
    }
    let why = companion::replace_by(command);
    Err(Error::new(why).context(format!("{}: cannot be started", server.display())))
}

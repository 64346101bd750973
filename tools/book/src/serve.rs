//! Serves the book, by a program of its own, `tools/serve`: a web server and a file watcher would take a quarter of the
//! time it takes to compile everything, and most people who build the book never need them.

use crate::companion::{self, Companion};
use anyhow::{Error, Result};
use std::convert::Infallible;
use std::path::Path;
use std::process::Command;

const SERVER: Companion =
    Companion { name: "serve", role: "server", job: "serves the book", otherwise: "`cargo book --open` needs none" };

/// Serves until interrupted, with the server replacing this program. Port 0 takes any free one.
pub fn serve(root: &Path, hostname: &str, port: u16, open: bool) -> Result<Infallible> {
    let server = SERVER.find()?;
    let mut command = Command::new(&server);
    // Each value is joined to its option, so that nothing a person writes is taken for another option.
    command.arg(root).arg(format!("--hostname={hostname}")).arg(format!("--port={port}"));
    if open {
        command.arg("--open");
    }
    let why = companion::replace_by(command);
    Err(Error::new(why).context(format!("{}: cannot be started", server.display())))
}

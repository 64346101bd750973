//! Measures, by a program of its own, `tools/measure`: most people who build the book never do.

use crate::companion::{self, Companion};
use anyhow::{Error, Result};
use std::convert::Infallible;
use std::path::Path;
use std::process::Command;

const MEASURE: Companion = Companion {
    name: "measure",
    role: "program that measures",
    job: "measures",
    otherwise: "the book shows what was measured elsewhere",
};

/// Measures, with that program replacing this one. `keep` is the name of the machine whose record it becomes.
pub fn measure(root: &Path, names: &[String], keep: Option<&str>) -> Result<Infallible> {
    let program = MEASURE.find()?;
    let mut command = Command::new(&program);
    if let Some(machine) = keep {
        command.arg(format!("--keep={machine}"));
    }
    // So that no name is taken for an option.
    command.arg("--").arg(root).args(names);
    let why = companion::replace_by(command);
    Err(Error::new(why).context(format!("{}: cannot be started", program.display())))
}

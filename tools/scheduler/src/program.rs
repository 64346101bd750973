//! What is played: a program and its outcomes.

use anyhow::{Context, Result};
use catalog::Schedules;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// An explored program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// Its name: the listing's id, or the file as it was given.
    pub name: String,
    /// Its code as a reader sees it, whose lines the steps are on.
    pub code: String,
    /// What was found.
    pub found: Schedules,
}

impl Program {
    /// Writes it to a file, for another program to read.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn write(&self, file: &Path) -> Result<()> {
        let text = serde_json::to_string(self)?;
        std::fs::write(file, text).with_context(|| format!("{}: cannot be written", file.display()))
    }

    /// Reads what [`Program::write`] has written.
    ///
    /// # Errors
    /// Where it is not that.
    pub fn read(file: &Path) -> Result<Program> {
        let remedy = "help: start this with `cargo book explore NAME --play`, which writes the file";
        let at = || format!("{}: is not an explored program\n  {remedy}", file.display());
        serde_json::from_str(&std::fs::read_to_string(file).with_context(at)?).with_context(at)
    }
}

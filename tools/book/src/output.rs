//! Prints to standard output, whose reader may stop early.

use anyhow::Result;
use std::io::{self, ErrorKind, Write};

/// Prints a text. Its reader may stop once it has seen enough, as `head` does.
pub fn print(text: &str) -> Result<()> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

//! Holds the log of `cargo test` against the committed numbers of tests, or writes these again.

use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use trials::suites::{held_against, of_a_log, text};

/// Which suites ran, by a log of `cargo test`.
#[derive(Parser)]
struct Call {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Fail where a suite has fewer tests than the committed file says.
    Check { log: PathBuf, committed: PathBuf },
    /// Print the committed file as it would be by this log.
    List { log: PathBuf },
}

fn main() -> ExitCode {
    match run(Call::parse().what) {
        Ok(()) => ExitCode::SUCCESS,
        Err(told) => {
            eprintln!("{told}");
            ExitCode::FAILURE
        }
    }
}

fn run(what: What) -> Result<(), String> {
    let read = |file: &Path| {
        std::fs::read(file).map(|text| String::from_utf8_lossy(&text).into_owned()).map_err(|error| {
            format!(
                "{}: cannot read this file: {error}\n  help: give the log of `cargo test`, and the committed file",
                file.display()
            )
        })
    };
    match what {
        What::List { log } => print!("{}", text(&of_a_log(&read(&log)?))),
        What::Check { log, committed } => {
            let name = committed.display().to_string().replace('\\', "/");
            let held = held_against(&name, &read(&committed)?, &of_a_log(&read(&log)?));
            held.map_err(|less| less.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n"))?;
        }
    }
    Ok(())
}

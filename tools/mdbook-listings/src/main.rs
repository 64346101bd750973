//! The preprocessor as a program, as mdBook calls it: `supports RENDERER`, or a book on standard input.

use clap::{Parser, Subcommand};
use mdbook_listings::Listings;
use mdbook_preprocessor::{Preprocessor, parse_input};
use std::io::{self, Write};
use std::process::ExitCode;

/// Puts the listings of a book, with their evidence, into its chapters. Called by mdBook, with a book in JSON on
/// standard input; the changed book goes to standard output.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Says by its exit status whether a renderer is supported.
    Supports {
        /// The renderer's name, as in book.toml.
        renderer: String,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Some(Command::Supports { renderer }) => Listings.supports_renderer(&renderer),
        None => preprocess().map(|()| true),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn preprocess() -> anyhow::Result<()> {
    let (context, book) = parse_input(io::stdin().lock())?;
    let book = Listings.run(&context, book)?;
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &book)?;
    out.flush()?;
    Ok(())
}

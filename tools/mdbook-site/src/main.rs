//! The backend as a program: as mdBook calls it, with a rendered book in JSON on standard input, or with `install`.

use clap::{Parser, Subcommand};
use installation::Install;
use mdbook_renderer::{RenderContext, Renderer};
use mdbook_site::Site;
use mdbook_site::assets::INSTALLATION;
use std::io;
use std::process::ExitCode;

/// Adds to the pages of a book what mdBook does not make: search, downloads, descriptions. Called by mdBook, with a rendered
/// book in JSON on standard input.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Writes what the search needs into a book, and names it in book.toml.
    ///
    /// Run it once in a new book, and again whenever this program is another version.
    Install(Install),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Some(Command::Install(install)) => install.run(INSTALLATION),
        None => RenderContext::from_json(io::stdin().lock()).and_then(|context| Site.render(&context)),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

//! The backend as a program: as mdBook calls it, with a rendered book in JSON on standard input, or with `install`.

use clap::{Parser, Subcommand};
use installation::Over;
use mdbook_renderer::{RenderContext, Renderer};
use mdbook_site::Site;
use mdbook_site::assets::INSTALLATION;
use std::io;
use std::path::{Path, PathBuf};
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
    Install {
        /// The folder of the book.
        #[arg(default_value = ".")]
        book: PathBuf,
        /// Writes over files of the same names that are others, such as those of an older version.
        #[arg(long)]
        force: bool,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Some(Command::Install { book, force }) => install(&book, if force { Over::ItsFiles } else { Over::Nothing }),
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

fn install(book: &Path, over: Over) -> anyhow::Result<()> {
    for done in INSTALLATION.into_book(book, over)? {
        println!("{done}");
    }
    Ok(())
}

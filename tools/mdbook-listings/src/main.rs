//! The preprocessor as a program, as mdBook calls it: `supports RENDERER`, or a book on standard input.

use anyhow::ensure;
use clap::{Parser, Subcommand};
use installation::Install;
use mdbook_listings::Listings;
use mdbook_listings::assets::INSTALLATION;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext, parse_input};
use std::io::{self, Write};
use std::path::absolute;
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
    /// Writes how figures look, and what makes their buttons work, into a book, and names it in book.toml.
    ///
    /// Run it once in a new book, and again whenever this program is another version.
    Install(Install),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Some(Command::Supports { renderer }) => Listings.supports_renderer(&renderer),
        Some(Command::Install(install)) => install.run(INSTALLATION).map(|()| true),
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
    backend_is_in_reach(&context)?;
    let book = Listings.run(&context, book)?;
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &book)?;
    out.flush()?;
    Ok(())
}

/// mdBook runs the backend in the folder that it writes to, and there Cargo finds the program only if that is a folder of the
/// book. It would fail when all pages are written, and leave a book without search and downloads.
fn backend_is_in_reach(context: &PreprocessorContext) -> anyhow::Result<()> {
    let command: Option<String> = context.config.get("output.site.command")?;
    let folder = context.root.join(&context.config.build.build_dir);
    let is_within = absolute(&folder)?.starts_with(absolute(&context.root)?);
    ensure!(
        is_within || !command.is_some_and(|command| command.starts_with("cargo ")),
        "{} is no folder of the book, and from there Cargo does not find the program of `[output.site]`\n  \
         help: run `cargo book --dest-dir {0}`; or install the program, `cargo install --path tools/mdbook-site`, and set \
         MDBOOK_OUTPUT__SITE__COMMAND=mdbook-site",
        folder.display()
    );
    Ok(())
}

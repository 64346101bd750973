//! `cargo book`: builds, serves and lists the book, and writes its evidence.

mod bless;
mod epub;
mod explore;
mod list;
mod output;
mod pdf;
mod render;
mod root;
mod serve;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};
use std::process::ExitCode;

/// Builds the book into book/ and prints where its first page is. Other commands serve it, list what it shows, and
/// write its evidence.
#[derive(Parser)]
#[command(name = "book", bin_name = "cargo book", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Opens the book in the browser once it is built.
    #[arg(long)]
    open: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the book on this machine, builds it anew when a file changes, and reloads the page.
    Serve(Serve),
    /// Builds the book for e-readers, `every-interleaving.epub`, and prints where it is.
    Epub,
    /// Prints the book to `every-interleaving.pdf` by Chromium, and prints where it is.
    Pdf,
    /// Lists every listing: id, verdict, error codes, the chapter that shows it, its file, its caption.
    List {
        /// As JSON, an array with one object for each listing.
        #[arg(long)]
        json: bool,
    },
    /// Shows what a listing comes to under the orders of its threads' steps; replays one order, or lets you choose.
    Explore {
        /// The listing's name or id, as in `ladder-and-rope`. It has to be one that says `//@ schedules`.
        name: String,
        /// Tells one schedule of this outcome, step by step.
        #[arg(long, value_name = "NUMBER", conflicts_with = "play")]
        outcome: Option<usize>,
        /// Asks you at each step who goes next.
        #[arg(long)]
        play: bool,
    },
    /// Compiles and runs listings and writes what they did as their evidence; prints what changed.
    ///
    /// A listing that does not do what it says is reported and its evidence left alone. Read the differences before you
    /// commit them.
    Bless {
        /// Only listings whose id contains this, as in `threads/spawn`.
        filter: Option<String>,
    },
}

/// Where to serve.
#[derive(Args)]
struct Serve {
    /// The address to listen on. Other machines can read the book only if you give one that they reach.
    #[arg(long, short = 'n', default_value = "127.0.0.1")]
    hostname: String,
    /// The port; 0 for any free one.
    #[arg(long, short, default_value_t = 3000)]
    port: u16,
    /// Opens the book in the browser.
    #[arg(long)]
    open: bool,
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<()> {
    let root = root::find()?;
    match arguments.command {
        None => render::build_and_tell(&root, arguments.open),
        Some(Command::Serve(Serve { hostname, port, open })) => serve::serve(&root, &hostname, port, open),
        Some(Command::Epub) => epub::epub(&root),
        Some(Command::Pdf) => pdf::pdf(&root),
        Some(Command::List { json: true }) => list::print_json(&root),
        Some(Command::List { json: false }) => list::print_table(&root),
        Some(Command::Explore { name, outcome, play }) => {
            let show = match outcome {
                Some(number) => explore::Show::Schedule(number),
                None if play => explore::Show::Choices,
                None => explore::Show::Outcomes,
            };
            explore::explore(&root, &name, &show)
        }
        Some(Command::Bless { filter }) => bless::bless(&root, filter.as_deref()),
    }
}

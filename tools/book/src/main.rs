//! `cargo book`: builds, serves, lists and checks the book, and writes its evidence.

mod bless;
mod check;
mod companion;
mod epub;
mod explore;
mod list;
mod output;
mod pages;
mod pdf;
mod root;
mod serve;

use anyhow::{Result, bail};
use catalog::Edition;
use check::Again;
use clap::{Args, Parser, Subcommand};
use explore::{Deny, Front, Over, Show, Wishes};
use std::ffi::OsString;
use std::path::PathBuf;
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
    /// Builds into this folder, which is made if it is not there, in place of book/.
    #[arg(long, short, value_name = "FOLDER")]
    dest_dir: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the book on this machine, builds it anew when a file changes, and reloads the page.
    Serve(Serve),
    /// Builds the book for e-readers, an EPUB, and prints where it is.
    Epub,
    /// Prints the book to a PDF by Chromium, and prints where it is.
    Pdf,
    /// Lists the listings: id, verdict, error codes, and the chapter that shows each.
    List {
        /// Only those in whose id, caption, verdict, codes or chapter all of these words stand, as in `deadlock` or
        /// `E0382 vec`.
        words: Vec<String>,
        /// As JSON, an array with one object for each listing, which has its number, caption and file as well.
        #[arg(long)]
        json: bool,
    },
    /// Explores a listing or a file of your own: what it comes to under every order of its threads' steps.
    #[command(after_long_help = after_help())]
    Explore(Explore),
    /// Compiles and runs listings and writes what they did as their evidence; prints what changed.
    ///
    /// A listing that does not do what it says is reported and its evidence left alone. Read the differences before you
    /// commit them.
    Bless {
        /// Only listings whose id contains this, as in `threads/spawn`.
        filter: Option<String>,
    },
    /// What somebody may try who means the book itself.
    #[command(hide = true)]
    Build,
    /// Checks that listings still do what their evidence says, and that the book is whole; tells what is wrong.
    ///
    /// One that has passed is not run again until something changes on which that depends, unless it is asked for by its
    /// whole name. Ends with status 1 if a check fails.
    #[command(alias = "test")]
    Check {
        /// Only listings whose id contains one of these, as in `threads/spawn`; `matrix` for the matrix of types.
        names: Vec<String>,
        /// Runs all of them, whatever has passed.
        #[arg(long)]
        afresh: bool,
    },
}

/// What is explored, and what is shown of it.
#[derive(Args)]
struct Explore {
    /// A file of your own, as in `shop.rs`, which uses std alone; or the name or id of a listing that says
    /// `//@ schedules`, as in `ladder-and-rope`.
    program: String,
    /// Tells one schedule of this outcome, step by step.
    #[arg(long, value_name = "NUMBER", group = "shown")]
    outcome: Option<usize>,
    /// You are the scheduler: on a screen with the code and the threads, each with a key of its own, or line by line.
    #[arg(
        long,
        value_name = "HOW",
        group = "shown",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "fitting"
    )]
    play: Option<Front>,
    /// Prints all that was found as JSON.
    #[arg(long, group = "shown")]
    json: bool,
    /// Writes one page with the code, the outcomes, pictures, and a board on which the reader is the scheduler. It needs
    /// no other file and no network.
    #[arg(long, value_name = "FILE", group = "shown")]
    html: Option<PathBuf>,
    /// Lets --html write over a file that is no such page.
    #[arg(long, requires = "html")]
    force: bool,
    /// Ends with status 1 if one of these happens under some schedule, and names it; as in `deadlock,panic,several`. That
    /// memory is never freed, `leak`, is looked for in code with `unsafe`, and told below the outcomes in any case.
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    deny: Vec<Deny>,
    /// Tries so many schedules, chosen at random, of a file that has too many for all.
    #[arg(long, value_name = "SCHEDULES", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    sample: Option<u32>,
    /// The seed of the sample: the same one tries the same schedules.
    #[arg(long, requires = "sample")]
    seed: Option<u64>,
    /// How many states a file may have before exploring gives up.
    #[arg(long, conflicts_with = "sample", value_parser = clap::value_parser!(u32).range(1..))]
    states: Option<u32>,
    /// The edition that a file is compiled as: 2015, 2018, 2021, or 2024, which it is if you do not say.
    #[arg(long, value_parser = |year: &str| Edition::parse(year).ok_or("the editions are 2015, 2018, 2021 and 2024"))]
    edition: Option<Edition>,
}

/// What exploring ends with, and what its JSON has.
fn after_help() -> String {
    format!(
        "Exit status:\n  0  it was explored, and nothing that --deny names was found\n  1  something was found that --deny \
         names; its schedule stands in the message\n  2  it was not explored: the command was not understood, the compiler \
         refuses the file, it uses what is not\n     modelled, or it is too large\n\n{}",
        explore::FIELDS
    )
}

impl Explore {
    fn run(self) -> Result<ExitCode> {
        let wishes = Wishes {
            edition: self.edition,
            states: self.states.map(|states| states as usize),
            sample: self.sample.map(|schedules| schedules as usize),
            seed: self.seed,
        };
        let over = if self.force { Over::Anything } else { Over::Pages };
        let show = match (self.outcome, self.html, self.play) {
            (Some(number), ..) => Show::Schedule(number),
            (None, Some(file), _) => Show::Page(file, over),
            (None, None, Some(front)) => Show::Choices(front),
            (None, None, None) if self.json => Show::Json,
            (None, None, None) => Show::Outcomes,
        };
        let told = explore::explore(&self.program, wishes, &show, &self.deny)?;
        for denied in &told {
            eprintln!("{denied}");
        }
        Ok(if told.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(DENIED) })
    }
}

/// The status of exploring where something was found that is denied.
const DENIED: u8 = 1;

/// The status of exploring where there is no answer; clap's is the same for a command that it does not understand.
const NOT_EXPLORED: u8 = 2;

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

/// What a person has written behind `cargo book`. Cargo, which takes `cargo-book` for a command of its own where it is
/// installed, hands over `book` as well.
fn without_the_subcommand(arguments: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    arguments.enumerate().filter(|(place, it)| *place != 1 || it != "book").map(|(_, it)| it)
}

fn main() -> ExitCode {
    let arguments = Arguments::parse_from(without_the_subcommand(std::env::args_os()));
    let failure = match arguments.command {
        Some(Command::Explore(_)) => ExitCode::from(NOT_EXPLORED),
        _ => ExitCode::FAILURE,
    };
    run(arguments).unwrap_or_else(|error| {
        // The compiler's words have colours, which only a terminal wants.
        anstream::eprintln!("{error:#}");
        failure
    })
}

fn run(arguments: Arguments) -> Result<ExitCode> {
    let done = |()| ExitCode::SUCCESS;
    match arguments.command {
        // A file may be explored from anywhere.
        Some(Command::Explore(explore)) => explore.run(),
        None => {
            let folder = arguments.dest_dir.map(std::path::absolute).transpose()?;
            pages::build_and_tell(&root::find()?, folder, arguments.open).map(done)
        }
        Some(Command::Serve(Serve { hostname, port, open })) => {
            serve::serve(&root::find()?, &hostname, port, open).map(|never| match never {})
        }
        Some(Command::Epub) => epub::epub(&root::find()?).map(done),
        Some(Command::Pdf) => pdf::pdf(&root::find()?).map(done),
        Some(Command::List { json: true, words }) => list::print_json(&root::find()?, &words).map(done),
        Some(Command::List { json: false, words }) => list::print_table(&root::find()?, &words).map(done),
        Some(Command::Build) => bail!("there is no `cargo book build`\n  help: `cargo book` alone builds the book"),
        Some(Command::Check { names, afresh }) => {
            let again = if afresh { Again::All } else { Again::IfNeedBe };
            let failed = check::check(&root::find()?, &names, again)?;
            Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Some(Command::Bless { filter }) => bless::bless(&root::find()?, filter.as_deref()).map(done),
    }
}

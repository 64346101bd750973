//! `cargo book`: builds, serves, lists and checks the book, and writes its evidence.

mod bless;
mod check;
mod companion;
mod epub;
mod explore;
mod list;
mod measure;
mod output;
mod pages;
mod pdf;
mod root;
mod serve;

use anyhow::{Result, bail};
use catalog::Edition;
use check::Again;
use clap::error::{ContextKind, ContextValue};
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
    /// Builds into this folder instead of book/, and creates it if need be.
    #[arg(long, short, value_name = "FOLDER")]
    dest_dir: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the book on this machine, rebuilds it when a file changes, and reloads the page.
    Serve(Serve),
    /// Builds the book as an EPUB for e-readers, and prints where it is.
    Epub,
    /// Builds the book as a PDF, with Chromium, and prints where it is.
    Pdf,
    /// Lists the listings: id, verdict, error codes, and the chapter that shows each.
    List {
        /// Only those with all of these words in their id, caption, verdict, codes or chapter, such as `deadlock` or
        /// `E0382 vec`.
        words: Vec<String>,
        /// Prints JSON: an array with one object for each listing, which also has its number, caption and file.
        #[arg(long)]
        json: bool,
    },
    /// Explores a listing or a file of your own: what it can do under every order of its threads' steps.
    #[command(after_long_help = after_help())]
    Explore(Explore),
    /// Compiles and runs listings, records what they did as their evidence, and prints what changed.
    ///
    /// A listing that does not do what it says is reported, and its evidence is left as it was. Read the differences
    /// before you commit them.
    Bless {
        /// Only listings whose id contains this, such as `threads/spawn`.
        filter: Option<String>,
    },
    /// Measures on this machine what the book has measured on others, and shows both beside each other.
    ///
    /// It takes some minutes in which nothing else should run. Prints the times and which of the book's claims hold here, and
    /// writes a page with the plots.
    Measure {
        /// Only these, such as `rc-and-arc`.
        names: Vec<String>,
        /// Keeps what was found as a record of the book, for a machine of this name, such as `desk`.
        #[arg(long, value_name = "MACHINE")]
        keep: Option<String>,
    },
    /// What someone may try who wants the book itself.
    #[command(hide = true)]
    Build,
    /// Checks that the listings still do what their evidence says and that the book is whole, and reports what is
    /// wrong.
    ///
    /// A listing that has passed is not run again until something it depends on changes, unless you give its full name.
    /// Ends with status 1 if a check fails.
    #[command(alias = "test")]
    Check {
        /// Only listings whose id contains one of these, such as `threads/spawn`; `matrix` for the matrix of types.
        names: Vec<String>,
        /// Runs all of them, even those that have passed.
        #[arg(long)]
        afresh: bool,
    },
}

/// What to explore, and what to show of it.
#[derive(Args)]
struct Explore {
    /// A file of your own that uses nothing but std, such as `shop.rs`; or the name or id of a listing that says `//@
    /// schedules`, such as `ladder-and-rope`.
    program: String,
    /// Shows one schedule of this outcome, step by step.
    #[arg(long, value_name = "NUMBER", group = "shown")]
    outcome: Option<usize>,
    /// Makes you the scheduler: on a screen with the code and the threads, each with its own key, or line by line.
    #[arg(
        long,
        value_name = "HOW",
        group = "shown",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "fitting"
    )]
    play: Option<Front>,
    /// Prints everything that was found as JSON.
    #[arg(long, group = "shown")]
    json: bool,
    /// Writes one page with the code, the outcomes, pictures, and a board on which the reader is the scheduler. The
    /// page needs no other file and no network.
    #[arg(long, value_name = "FILE", group = "shown")]
    html: Option<PathBuf>,
    /// Lets --html overwrite a file that is not such a page.
    #[arg(long, requires = "html")]
    force: bool,
    /// Ends with status 1 if one of these, such as `deadlock,panic,several`, happens under some schedule, and names the
    /// schedule. `leak`, memory that is never freed, is looked for only in code with `unsafe`, and is always reported
    /// below the outcomes.
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    deny: Vec<Deny>,
    /// Tries this many schedules, chosen at random, of a file that has too many to try them all.
    #[arg(long, value_name = "SCHEDULES", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    sample: Option<u32>,
    /// The seed of the sample: the same one tries the same schedules.
    #[arg(long, requires = "sample")]
    seed: Option<u64>,
    /// How many states a file may have before exploring gives up.
    #[arg(long, conflicts_with = "sample", value_parser = clap::value_parser!(u32).range(1..))]
    states: Option<u32>,
    /// The edition to compile a file as: 2015, 2018, 2021, or 2024, the default.
    #[arg(long, value_parser = |year: &str| Edition::parse(year).ok_or("the editions are 2015, 2018, 2021 and 2024"))]
    edition: Option<Edition>,
}

/// The exit status of exploring, and the fields of its JSON.
fn after_help() -> String {
    format!(
        "Exit status:\n  0  it was explored, and nothing that --deny names was found\n  1  something that --deny names \
         was found; the message gives its schedule\n  2  it was not explored: the command was not understood, the \
         compiler refuses the file, it uses something\n     that is not modelled, or it is too large\n\n{}",
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

/// What someone is told who wants the book itself.
const BUILDS: &str = "`cargo book` alone builds the book";

/// The exit status if something denied was found.
const DENIED: u8 = 1;

/// The exit status if there is no answer; clap uses the same for a command that it does not understand.
const NOT_EXPLORED: u8 = 2;

/// Where to serve.
#[derive(Args)]
struct Serve {
    /// The address to listen on. Other machines can read the book only if you give an address that they can reach.
    #[arg(long, short = 'n', default_value = "127.0.0.1")]
    hostname: String,
    /// The port; 0 for any free one.
    #[arg(long, short, default_value_t = 3000)]
    port: u16,
    /// Opens the book in the browser.
    #[arg(long)]
    open: bool,
}

/// What a person wrote after `cargo book`. If `cargo-book` is installed, Cargo runs it as a subcommand and passes
/// `book` along too.
fn without_the_subcommand(arguments: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    arguments.enumerate().filter(|(place, it)| *place != 1 || it != "book").map(|(_, it)| it)
}

/// The same error without the tip that there is `cargo book build`, which refuses: what clap finds similar to what was
/// written may be hidden.
fn with_a_tip_that_works(mut error: clap::Error) -> clap::Error {
    if let Some(ContextValue::Strings(similar)) = error.get(ContextKind::SuggestedSubcommand)
        && similar.iter().any(|similar| similar == "build")
    {
        error.remove(ContextKind::SuggestedSubcommand);
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![BUILDS.into()]));
    }
    error
}

fn main() -> ExitCode {
    let arguments = Arguments::try_parse_from(without_the_subcommand(std::env::args_os()))
        .unwrap_or_else(|error| with_a_tip_that_works(error).exit());
    let failure = match arguments.command {
        Some(Command::Explore(_)) => ExitCode::from(NOT_EXPLORED),
        _ => ExitCode::FAILURE,
    };
    run(arguments).unwrap_or_else(|error| {
        // The compiler's messages have colours, which only a terminal wants.
        anstream::eprintln!("{error:#}");
        failure
    })
}

fn run(arguments: Arguments) -> Result<ExitCode> {
    let done = |()| ExitCode::SUCCESS;
    match arguments.command {
        // A file can be explored from anywhere.
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
        Some(Command::Measure { names, keep }) => {
            measure::measure(&root::find()?, &names, keep.as_deref()).map(|never| match never {})
        }
        Some(Command::Build) => bail!("there is no `cargo book build`\n  help: {BUILDS}"),
        Some(Command::Check { names, afresh }) => {
            let again = if afresh { Again::All } else { Again::IfNeedBe };
            let failed = check::check(&root::find()?, &names, again)?;
            Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Some(Command::Bless { filter }) => bless::bless(&root::find()?, filter.as_deref()).map(done),
    }
}

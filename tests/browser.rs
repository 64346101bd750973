//! The pages in a real browser: one test for each case of the suites in `tests/browser/suites`.
//!
//! They need Chromium, Node and the packages of `tests/browser/package-lock.json`. Where one of those is missing they are
//! reported as ignored, with the reason; and so are those that compare pictures where text is set in other fonts.

#[path = "browser/fonts.rs"]
mod fonts;
#[path = "browser/node.rs"]
mod node;
#[path = "browser/tools.rs"]
mod tools;
#[path = "browser/worker.rs"]
mod worker;

use catalog::Edition;
use explorer::{Reach, ReadersFile, explore_file};
use mdbook_driver::MDBook;
use mdbook_listings::{Listings, alone};
use mdbook_site::Site;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use toolchain::tested::{left_behind, package};
use tools::Tools;
use trials::{Asked, Failed, Trial};
use worker::Workers;

fn main() -> ExitCode {
    let asked = Asked::by_the_command_line().at_a_time(browsers());
    let trials = match Tools::find(&folder()) {
        Ok(tools) => match trials(tools) {
            Ok(trials) => trials,
            Err(fault) => return asked.run_none("browser::has_suites", fault).exit_code(),
        },
        Err(missing) => {
            eprintln!("The tests in a browser are ignored: {missing}");
            ignored(&missing)
        }
    };
    asked.run(trials).exit_code()
}

/// How many browsers there are: one for each core, and no more than a machine of many cores has memory for.
fn browsers() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from).min(8)
}

/// The folder of the suites and of what they need.
fn folder() -> PathBuf {
    package().join("tests/browser")
}

/// One trial for each case. The suites see the book, since some have a case for each page.
fn trials(tools: Tools) -> Result<Vec<Trial>, String> {
    let book = render().map_err(|error| format!("{error:#}"))?;
    let workers = Arc::new(Workers::new(tools, folder(), book));
    let names = workers.names()?;
    let other_fonts = fonts::other_than_those_of_the_pictures();
    let trial = |name: String| {
        let workers = Arc::clone(&workers);
        let of_pictures = name.starts_with("screens::");
        let trial = Trial::test(name.clone(), move || workers.run(&name).map_err(Failed::from));
        match &other_fonts {
            Some(other) if of_pictures => trial.with_kind(other).with_ignored_flag(true),
            _ => trial,
        }
    };
    Ok(names.into_iter().map(trial).collect())
}

/// The book as a reader gets it, rendered to a folder that stays, so that a failure can be looked at.
fn render() -> anyhow::Result<PathBuf> {
    let mut book = MDBook::load(package())?;
    book.config.build.build_dir = left_behind("browser");
    book.with_preprocessor(Listings).with_renderer(Site);
    book.build()?;
    let html = book.build_dir_for("html");
    for name in ALONE {
        write_alone(name, &html.with_file_name("alone"))?;
    }
    Ok(html)
}

/// Programs of `tests/programs` of which there are pages beside the book, as `cargo book explore FILE --html` makes them.
const ALONE: [&str; 3] = ["relaxed-message-passing", "relaxed-store-buffering", "relaxed-opposite-stores"];

fn write_alone(name: &str, folder: &Path) -> anyhow::Result<()> {
    let path = package().join("tests/programs").join(name).with_extension("rs");
    let file = ReadersFile::read(&path, Edition::E2024)?;
    let found = explore_file(&file, Reach::Every { states: Reach::STATES })?;
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join(name).with_extension("html"), alone::page(name, &file.code(), &found))?;
    Ok(())
}

/// One trial for each suite, not run.
fn ignored(missing: &str) -> Vec<Trial> {
    let suites = std::fs::read_dir(folder().join("suites")).into_iter().flatten().flatten();
    let names = suites.filter_map(|file| file.path().file_stem().map(|name| name.to_string_lossy().into_owned()));
    let trial = |name: String| {
        let missing = missing.to_string();
        Trial::test(name, move || Err(Failed::from(missing))).with_kind("no browser").with_ignored_flag(true)
    };
    names.map(trial).collect()
}

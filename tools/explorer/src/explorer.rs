//! Explores one listing after the other, having built all of them once.

use crate::build::{Built, build};
use crate::package;
use crate::size::small_enough;
use crate::words::schedules;
use catalog::{Catalog, Exploring, Listing, Problem, Problems, Schedules};
use interleavings::{Report, TOO_MANY_STATES};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// How many states a listing may have. One with more could neither be kept nor read.
const STATES: usize = 300_000;

/// The seed of every sample. A listing has no seed of its own, so that nobody looks for one with a result that pleases.
const SEED: u64 = 1;

/// Explores the listings of one book that ask for it.
pub struct Explorer {
    folder: PathBuf,
    listings: Vec<Listing>,
    built: OnceLock<Result<Built, Problems>>,
}

impl Explorer {
    /// An explorer of the listings in the catalog that say `//@ schedules`. It writes to `folder`, which is its own.
    pub fn new(catalog: &Catalog, folder: &Path) -> Explorer {
        let listings = catalog.listings.values().filter(|listing| listing.schedules.is_some()).cloned().collect();
        Explorer { folder: folder.to_path_buf(), listings, built: OnceLock::new() }
    }

    /// What a listing does under every schedule; or under some, if it asks for a sample.
    ///
    /// # Errors
    /// Where it uses what is not modelled, or has too many states, or too much that would have to be kept; and where a
    /// sample is asked for, and all of its schedules are accounted for as easily.
    pub fn explore(&self, listing: &Listing) -> Result<Schedules, Problems> {
        let built = self.built.get_or_init(|| self.build()).as_ref().map_err(Problems::clone)?;
        let Some(program) = built.programs.get(&package::program_name(&self.folder, &listing.id.part)) else {
            return Err(self.not_built(built, listing).into());
        };
        let report = match listing.schedules {
            Some(Exploring::Sample(tried)) => {
                if let Ok(all) = report(program, listing, &["every", &tried.to_string()]) {
                    let fault = format!(
                        "asks for a sample, and is small enough for all of its schedules: there are {}",
                        all.schedules
                    );
                    return Err(Problem::in_file(&listing.file, fault, "write `//@ schedules` alone").into());
                }
                report(program, listing, &["sample", &tried.to_string(), &SEED.to_string()])?
            }
            Some(Exploring::Every) | None => report(program, listing, &["every", &STATES.to_string()])?,
        };
        let remedy = "have it come to fewer outcomes, or make it smaller";
        let problem = |why: String| Problem::in_file(&listing.file, why, remedy);
        Ok(small_enough(schedules(listing, &report)).map_err(problem)?)
    }

    fn build(&self) -> Result<Built, Problems> {
        let failed = |why: String| {
            let remedy = "run `cargo fetch` once with a network, and look at what cargo says";
            Problem::in_file(Path::new("Cargo.toml"), format!("the explorer cannot be built: {why}"), remedy)
        };
        let listings: Vec<&Listing> = self.listings.iter().collect();
        package::write(&self.folder, &listings).map_err(|error| failed(error.to_string()))?;
        Ok(build(&self.folder, &package::target()).map_err(failed)?)
    }

    /// Why there is no program for the part of a listing.
    fn not_built(&self, built: &Built, listing: &Listing) -> Problem {
        let own = package::code(&self.folder, listing);
        let name = package::program_name(&self.folder, &listing.id.part);
        let of_part = || built.errors.iter().filter(|(program, ..)| *program == name);
        let remedy = "what is not modelled cannot be explored: remove `//@ schedules`, or do without";
        if let Some((.., words)) = of_part().find(|(_, file, _)| file.as_deref() == Some(&own)) {
            let fault = format!("does not compile against the model of std:\n{}", words.trim_end());
            return Problem::in_file(&listing.file, fault, remedy);
        }
        let other = of_part().find_map(|(_, file, _)| {
            let file = file.as_deref()?;
            self.listings.iter().find(|other| package::code(&self.folder, other) == file)
        });
        let fault = match other {
            Some(other) => format!("is not explored, because {} does not compile against the model of std", other.id),
            None => "is not explored, because its part does not compile against the model of std".to_string(),
        };
        Problem::in_file(&listing.file, fault, remedy)
    }
}

/// What the program that explores says of a listing, if it is asked in this way.
fn report(program: &Path, listing: &Listing, how: &[&str]) -> Result<Report, Problem> {
    let problem = |fault: String, remedy: &str| Problem::in_file(&listing.file, fault, remedy);
    let output = Command::new(program)
        .arg(&listing.id.name)
        .args(how)
        .env("RUST_BACKTRACE", "0")
        .output()
        .map_err(|error| problem(format!("cannot be explored: {error}"), "run `cargo test` again"))?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr).trim().to_string();
        let remedy = if output.status.code() == Some(TOO_MANY_STATES.into()) {
            "make it smaller, or have some of its schedules tried: `//@ schedules: sample 10000`"
        } else {
            "make it smaller, or remove `//@ schedules`"
        };
        return Err(problem(format!("cannot be explored: {why}"), remedy));
    }
    serde_json::from_slice(&output.stdout)
        .map_err(|error| problem(format!("the explorer's answer cannot be read: {error}"), "run it by hand"))
}

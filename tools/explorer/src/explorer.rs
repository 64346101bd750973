//! Explores one listing after another, having built all of them once.

use crate::ask::{LIMIT, Unanswered, ask};
use crate::size::small_enough;
use crate::unmodelled::all_is_modelled;
use crate::words::schedules;
use catalog::{Catalog, Exploring, Listing, Problem, Problems, Schedules};
use look_alike::{LookAlike, Programs};
use report::Report;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// How many states a program may have. More could be neither kept nor read.
pub const STATES: usize = 300_000;

/// How far a search goes before it gives up.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// After how many states.
    states: usize,
    /// And after how many more for what std hardly ever does.
    rare: usize,
}

impl Limits {
    /// Those of a check.
    pub const CHECKING: Limits = Limits { states: STATES, rare: STATES };

    /// Those of blessing, which are narrower: two builds of the same listing may leave other dead data on its stacks, by
    /// which states differ (one had 92,314 in one build and more than 100,000 in the next), and what one build can just
    /// explore, the next must not give up on.
    pub const BLESSING: Limits = Limits { states: STATES / 2, rare: STATES / 3 };
}

/// The seed of every sample. Listings have no seeds of their own, so that nobody can look for one with a pleasing
/// result.
pub const SEED: u64 = 1;

/// What listings are explored against.
pub const MODEL: LookAlike = LookAlike {
    package: "model-std",
    main: "explorer::main",
    called: "the model of std",
    remedy: "what is not modelled cannot be explored: remove `//@ schedules`, or do without it",
    // The calls that ThreadSanitizer's pass adds tell the explorer about the counts of an `Arc` and about each access
    // to memory. See tools/model-std/src/instrumented.rs and instrumented_memory.rs.
    flags: &[
        "-C",
        "passes=forceattrs,tsan-module,tsan",
        "-C",
        "llvm-args=-force-attribute=sanitize_thread",
        // The line of an access is found by walking up the stack.
        "-C",
        "force-frame-pointers=yes",
    ],
    linked: crate::watched::linked,
};

/// Explores the listings of one book that ask for it.
pub struct Explorer {
    root: PathBuf,
    folder: PathBuf,
    listings: Vec<Listing>,
    programs: OnceLock<Result<Programs, Problems>>,
}

impl Explorer {
    /// An explorer of the listings in the catalog that say `//@ schedules`. It writes to `folder`, which is its own.
    pub fn new(catalog: &Catalog, folder: &Path) -> Explorer {
        Explorer::of(&catalog.root, catalog.listings.values(), folder)
    }

    /// An explorer of those of these listings of the book at `root` that say `//@ schedules`.
    pub fn of<'a>(root: &Path, listings: impl IntoIterator<Item = &'a Listing>, folder: &Path) -> Explorer {
        let listings = listings.into_iter().filter(|listing| listing.schedules.is_some()).cloned().collect();
        Explorer { root: root.to_path_buf(), folder: folder.to_path_buf(), listings, programs: OnceLock::new() }
    }

    /// Builds the programs of all its listings, unless that has been done, and returns the one of this listing.
    ///
    /// # Errors
    /// Where the listing uses what is not modelled, or its program cannot be built.
    pub fn build(&self, listing: &Listing) -> Result<&Path, Problems> {
        all_is_modelled(listing)?;
        let build = || Programs::build(MODEL, self.listings.clone(), &self.root, &self.folder);
        Ok(self.programs.get_or_init(build).as_ref().map_err(Problems::clone)?.of(listing)?)
    }

    /// What a listing does under every schedule; or under some, if it asks for a sample.
    ///
    /// # Errors
    /// Where it uses what is not modelled, or has more states than the limits allow, or too much that would have to be
    /// kept, or takes too long; and where a sample is asked for, and all of its schedules are accounted for as easily.
    pub fn explore(&self, listing: &Listing, limits: Limits) -> Result<Schedules, Problems> {
        let program = self.build(listing)?;
        let [states, rare] = [limits.states, limits.rare].map(|limit| limit.to_string());
        let report = match listing.schedules {
            Some(Exploring::Sample(tried)) => {
                if let Ok(all) = report(program, listing, &["usual", &tried.to_string()]) {
                    let many = all.schedules.map_or("is no end of them".to_string(), |many| format!("are {many}"));
                    let fault =
                        format!("asks for a sample, but is small enough for all of its schedules: there {many}");
                    return Err(Problem::in_file(&listing.file, fault, "write `//@ schedules` alone").into());
                }
                report(program, listing, &["sample", &tried.to_string(), &SEED.to_string()])?
            }
            Some(Exploring::Usual) => report(program, listing, &["usual", &states])?,
            Some(Exploring::Every) | None => report(program, listing, &["every", &states, &rare])?,
        };
        let remedy = "give it fewer outcomes, or make it smaller";
        let problem = |why: String| Problem::in_file(&listing.file, why, remedy);
        let found = small_enough(schedules(listing, &report)).map_err(problem)?;
        if listing.schedules == Some(Exploring::Every) && !found.with_all_choices() {
            let fault = format!(
                "cannot be explored with all that std permits beyond its usual ways: that is too much to be kept, or \
                 comes to no end within {rare} states more"
            );
            let remedy =
                "make it smaller; or write `//@ schedules: usual`, and the page will say that this was left out";
            return Err(Problem::in_file(&listing.file, fault, remedy).into());
        }
        Ok(found)
    }
}

/// What the program that explores says of a listing, if it is asked in this way.
fn report(program: &Path, listing: &Listing, how: &[&str]) -> Result<Report, Problem> {
    let edges = listing.happens_before.then_some("happens-before");
    ask(program, &listing.id.name, &listing.source, &[how, edges.as_slice()].concat()).map_err(|why| {
        let cannot =
            |why: &str, remedy: &str| Problem::in_file(&listing.file, format!("cannot be explored: {why}"), remedy);
        match why {
            Unanswered::NotRun(why) => cannot(&why, "run `cargo test` again"),
            Unanswered::TooLong => cannot(
                &format!("it was not finished after {} s", LIMIT.as_secs()),
                "if it has a loop that goes round without its thread taking a step, fix that; otherwise make it \
                 smaller, or remove `//@ schedules`",
            ),
            Unanswered::TooMany(why) => {
                cannot(&why, "make it smaller, or try only some of its schedules: `//@ schedules: sample 10000`")
            }
            Unanswered::Cannot(why) => cannot(&why, "make it smaller, or remove `//@ schedules`"),
            Unanswered::Unreadable(why) => {
                let fault = format!("cannot read the explorer's answer: {why}");
                Problem::in_file(&listing.file, fault, "run it by hand")
            }
        }
    })
}

//! All the checks of one book: one for each listing, one for the matrix of types, and one for what holds them together.
//! The caller decides how to run and report them: `cargo test` has a trial for each, and `cargo book check` reports
//! what fails.

use crate::Remembering;
use catalog::{Catalog, Id, Listing, Problems};
use chapters::{Book, inconsistencies, without_its_programs};
use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The name of the matrix's check.
pub const MATRIX: &str = "matrix::send_and_sync";

/// The name of the check of what holds the listings together.
pub const WHOLE: &str = "book::is_whole";

/// Whether a check is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// It is not.
    No,
    /// It is, along with others: then a listing that has passed, and for which nothing has changed since, is not run
    /// again.
    AmongOthers,
    /// By its full name. Someone who does that wants to see it run, so it is.
    ByName,
}

/// What becomes of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// It is run.
    Run,
    /// It has passed, and is not run again.
    PassedBefore,
    /// Nobody wants it, so nothing is there to run it by.
    NotAskedFor,
    /// It cannot be made on this machine. The evidence of it is committed, and stays what the page shows.
    NotHere,
}

/// One check.
pub struct Check {
    /// Its name, `threads::spawn`.
    pub name: String,
    /// The verdict of the listing, where it is one's.
    pub verdict: Option<&'static str>,
    /// What becomes of it.
    pub course: Course,
    run: Box<dyn FnOnce() -> Result<(), Problems> + Send>,
}

impl Check {
    fn new(
        name: impl Into<String>,
        course: Course,
        run: impl FnOnce() -> Result<(), Problems> + Send + 'static,
    ) -> Check {
        Check { name: name.into(), verdict: None, course, run: Box::new(run) }
    }

    /// Makes it. Of one that has passed before all is looked at that needs no compiler.
    ///
    /// # Errors
    /// What is wrong.
    pub fn run(self) -> Result<(), Problems> {
        (self.run)()
    }
}

/// The checks of one book.
pub struct Checks {
    /// All of them, including those that are not asked for.
    pub all: Vec<Check>,
    checker: Arc<Remembering>,
    remembered: Remembered,
}

impl Checks {
    /// Those of the book of this checker, which are asked for as `wish` says of their names and verdicts; the matrix has
    /// none. Programs are built for those alone that are run.
    pub fn of(checker: Remembering, wish: impl Fn(&str, Option<&str>) -> Wish) -> Checks {
        let of_listing = |listing: &Listing| wish(&listing.id.test_name(), Some(listing.intent.word()));
        let due = due(&checker, of_listing);
        let is_asked_for = |listing: &&Listing| of_listing(listing) != Wish::No;
        let asked_for = checker.catalog().listings.values().filter(is_asked_for);
        let asked_for: BTreeSet<Id> = asked_for.map(|listing| listing.id.clone()).collect();
        let matrix_is_due = wish(MATRIX, None) == Wish::ByName || !checker.knows_matrix();
        let remembered = Remembered { listings: asked_for.len() - due.len(), of: asked_for.len() };
        let checker = Arc::new(checker.only(due.clone()));
        let (root, same): (PathBuf, _) = (checker.catalog().root.clone(), Arc::clone(&checker));
        let mut all = vec![Check::new(WHOLE, Course::Run, move || whole(&root))];
        all.push(match matrix_is_due {
            true => Check::new(MATRIX, Course::Run, move || same.check_matrix()),
            false => Check::new(MATRIX, Course::PassedBefore, || Ok(())),
        });
        let course = |listing: &Listing| match &listing.id {
            id if !asked_for.contains(id) => Course::NotAskedFor,
            id if !due.contains(id) => Course::PassedBefore,
            _ if listing.schedules.is_some() && explorer::unwatchable(&listing.source).is_some() => Course::NotHere,
            _ => Course::Run,
        };
        let listings = checker.catalog().listings.values();
        all.extend(listings.map(|listing| of_a_listing(&checker, course(listing), listing)));
        Checks { all, checker, remembered }
    }

    /// The listings that they are of.
    pub fn catalog(&self) -> &Catalog {
        self.checker.catalog()
    }

    /// How many listings are not run again, so that nobody takes what is remembered for what was seen.
    pub fn remembered(&self) -> Remembered {
        self.remembered
    }
}

/// How many listings are not run again of those that are asked for.
#[derive(Debug, Clone, Copy)]
pub struct Remembered {
    listings: usize,
    of: usize,
}

impl Remembered {
    /// That in a sentence, with the command that runs all; nothing where all are run.
    pub fn told(self, command: &str) -> Option<impl fmt::Display> {
        let Remembered { listings, of } = self;
        (listings > 0).then(|| {
            format!(
                "{listings} of {of} listings were not run again: nothing they depend on has changed since they passed. \
                 `{command}` runs all of them."
            )
        })
    }
}

/// The listings that are to be run: of those that are asked for, all that are not known to pass.
fn due(checker: &Remembering, wish: impl Fn(&Listing) -> Wish) -> BTreeSet<Id> {
    let is_due = |listing: &&Listing| match wish(listing) {
        Wish::No => false,
        Wish::AmongOthers => !checker.knows(listing),
        Wish::ByName => true,
    };
    checker.catalog().listings.values().filter(is_due).map(|listing| listing.id.clone()).collect()
}

fn of_a_listing(checker: &Arc<Remembering>, course: Course, listing: &Listing) -> Check {
    let (checker, listing) = (Arc::clone(checker), listing.clone());
    let (name, verdict) = (listing.id.test_name(), Some(listing.intent.word()));
    let check = Check::new(name, course, move || match course {
        Course::PassedBefore | Course::NotAskedFor => checker.look_at(&listing),
        Course::Run | Course::NotHere => checker.check(&listing),
    });
    Check { verdict, ..check }
}

/// What needs no compiler: chapters, listings and evidence as files.
fn whole(root: &Path) -> Result<(), Problems> {
    let catalog = Catalog::load(root)?;
    let mut problems = inconsistencies(&Book::load(root)?, &catalog);
    problems.extend(catalog.listings.values().filter_map(|listing| catalog.edited_since_blessed(listing)));
    problems.extend(without_its_programs(root));
    problems.or(())
}

//! The trials of one book's listings, run as a person asks for them.
//!
//! A listing whose check has passed, and of which nothing has changed since, is not run again; its trial says so by its kind,
//! and the last line says of how many that is so. Whoever asks for one listing by its whole name wants to see it run: then it
//! is.

use catalog::{Catalog, Id, Listing, Problems};
use chapters::{Book, inconsistencies, without_its_programs};
use checker::{AFRESH, Remembering};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use trials::{Asked, Conclusion, Failed, Trial};

/// The name of the matrix's trial.
const MATRIX: &str = "matrix::send_and_sync";

/// What a trial's kind says of one that is not run again.
const AS_BEFORE: &str = "passed before";

/// Runs the trials of the book at `root`: one for each listing, one for the matrix, and one for what holds them together.
///
/// Where its catalog cannot be read, or the compiler is another one than the book's, that fails, whatever is asked for;
/// and so does a name that looks like one of a listing, and is none.
pub fn run(asked: Asked, root: &Path) -> Conclusion {
    match Remembering::new(root) {
        Ok(checker) => run_with(asked, checker),
        Err(problems) => asked.run_none("book::has_listings", failed(problems)),
    }
}

/// The same with a checker that somebody has made.
pub fn run_with(asked: Asked, checker: Remembering) -> Conclusion {
    let due = due(&checker, &asked);
    let matrix_is_due = asked.names(MATRIX) || !checker.knows_matrix();
    let checker = Arc::new(checker.only(due.clone()));
    let (folder, same): (PathBuf, _) = (checker.catalog().root.clone(), Arc::clone(&checker));
    let mut all = vec![Trial::test("book::is_whole", move || whole(&folder).map_err(failed))];
    all.push(match matrix_is_due {
        true => Trial::test(MATRIX, move || same.check_matrix().map_err(failed)),
        false => Trial::test(MATRIX, || Ok(())).with_kind(AS_BEFORE),
    });
    all.extend(one_for_each_listing(&checker, &due));
    if let Some(name) = asked.filters().find(|name| means_no_listing(name, checker.catalog(), &all)) {
        let why = format!(
            "there is no listing of this name\n  help: see `cargo book list` for what there is, as in `{}`",
            checker.catalog().listings.keys().next().map_or(String::new(), Id::test_name)
        );
        return asked.clone().run_none(name, why);
    }
    // Most of them wait for their programs, and the checker runs as many at a time as is good.
    let asked = asked.at_a_time(all.len());
    let conclusion = asked.clone().run(all);
    if !asked.only_lists() {
        tell(checker.catalog(), &due, &asked);
    }
    conclusion
}

/// The listings that are to be run: of those that are asked for, all that are not known to pass. One that is asked for by
/// its whole name is run whatever is known.
fn due(checker: &Remembering, asked: &Asked) -> BTreeSet<Id> {
    let is_due = |listing: &&Listing| {
        let name = listing.id.test_name();
        asked.is_met_by(&name) && (asked.names(&name) || !checker.knows(listing))
    };
    checker.catalog().listings.values().filter(is_due).map(|listing| listing.id.clone()).collect()
}

/// Says how many were not run again, so that nobody takes what is remembered for what was seen.
fn tell(catalog: &Catalog, due: &BTreeSet<Id>, asked: &Asked) {
    let asked_for = catalog.listings.keys().filter(|id| asked.is_met_by(&id.test_name())).count();
    let known = asked_for - due.len();
    if known > 0 {
        eprintln!(
            "{known} of {asked_for} listings were not run again: nothing of them has changed since they passed. \
             `{AFRESH}=1 cargo test` runs all of them."
        );
    }
}

/// Whether a filter begins with a part of the book and meets nothing: a listing's name with a fault in it. Any other one
/// that meets nothing may be meant for other tests, since `cargo test` gives it to all.
fn means_no_listing(filter: &str, catalog: &Catalog, trials: &[Trial]) -> bool {
    let of_a_part = filter.split_once("::").is_some_and(|(part, _)| catalog.parts.iter().any(|it| it.name == part));
    of_a_part && !trials.iter().any(|trial| trial.name().contains(filter))
}

fn one_for_each_listing(checker: &Arc<Remembering>, due: &BTreeSet<Id>) -> Vec<Trial> {
    let test = |listing: Listing| {
        let checker = Arc::clone(checker);
        let (name, verdict) = (listing.id.test_name(), listing.intent.word());
        // Its evidence is committed, and stays what the page shows.
        let unwatchable = listing.schedules.is_some() && explorer::unwatchable(&listing.source).is_some();
        if !due.contains(&listing.id) {
            let kind = format!("{verdict}, {AS_BEFORE}");
            return Trial::test(name, move || checker.look_at(&listing).map_err(failed)).with_kind(kind);
        }
        let trial = Trial::test(name, move || checker.check(&listing).map_err(failed));
        match unwatchable {
            true => trial.with_kind("memory cannot be watched here").with_ignored_flag(true),
            false => trial.with_kind(verdict),
        }
    };
    checker.catalog().listings.values().cloned().map(test).collect()
}

/// What needs no compiler: chapters, listings and evidence as files.
fn whole(root: &Path) -> Result<(), Problems> {
    let catalog = Catalog::load(root)?;
    let mut problems = inconsistencies(&Book::load(root)?, &catalog);
    problems.extend(catalog.listings.values().filter_map(|listing| catalog.edited_since_blessed(listing)));
    problems.extend(without_its_programs(root));
    problems.or(())
}

fn failed(problems: Problems) -> Failed {
    problems.to_string().into()
}

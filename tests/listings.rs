//! One test for each listing of the book, one for the matrix of types, and one for what holds them together.

use catalog::{Catalog, Problems};
use chapters::{Book, inconsistencies};
use checker::Checker;
use libtest_mimic::{Arguments, Failed, Trial};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert_with(checker::at_a_time);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut trials = vec![Trial::test("book::is_whole", move || whole(root).map_err(failed))];
    match Checker::new(root) {
        Ok(checker) => {
            let checker = Arc::new(checker);
            let same = Arc::clone(&checker);
            trials.push(Trial::test("matrix::send_and_sync", move || same.check_matrix().map_err(failed)));
            trials.extend(one_for_each_listing(checker));
        }
        // A catalog that cannot be read has no tests to name: that is one failure, not none.
        Err(problems) => trials.push(Trial::test("book::has_listings", move || Err(failed(problems)))),
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn one_for_each_listing(checker: Arc<Checker>) -> Vec<Trial> {
    let listings = checker.catalog().listings.values().cloned().collect::<Vec<_>>();
    let test = |listing: catalog::Listing| {
        let checker = Arc::clone(&checker);
        let (name, verdict) = (listing.id.test_name(), listing.intent.word());
        // Its evidence is committed, and stays what the page shows.
        let unwatchable = listing.schedules.is_some() && explorer::unwatchable(&listing.source).is_some();
        let trial = Trial::test(name, move || checker.check(&listing).map_err(failed));
        match unwatchable {
            true => trial.with_kind("memory cannot be watched here").with_ignored_flag(true),
            false => trial.with_kind(verdict),
        }
    };
    listings.into_iter().map(test).collect()
}

/// What needs no compiler: chapters, listings and evidence as files.
fn whole(root: &Path) -> Result<(), Problems> {
    inconsistencies(&Book::load(root)?, &Catalog::load(root)?).or(())
}

fn failed(problems: Problems) -> Failed {
    problems.to_string().into()
}

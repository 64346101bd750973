//! The trials of one book's listings, run as a person asks for them.

use catalog::{Catalog, Problems};
use chapters::{Book, inconsistencies, without_its_programs};
use checker::Checker;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use trials::{Asked, Conclusion, Failed, Trial};

/// Runs the trials of the book at `root`: one for each listing, one for the matrix, and one for what holds them together.
///
/// Where its catalog cannot be read, or the compiler is another one than the book's, that fails, whatever is asked for;
/// and so does a name that looks like one of a listing, and is none.
pub fn run(asked: Asked, root: &Path) -> Conclusion {
    let checker = match Checker::new(root) {
        Ok(checker) => Arc::new(checker),
        Err(problems) => return asked.run_none("book::has_listings", failed(problems)),
    };
    let folder: PathBuf = root.to_path_buf();
    let same = Arc::clone(&checker);
    let mut all = vec![
        Trial::test("book::is_whole", move || whole(&folder).map_err(failed)),
        Trial::test("matrix::send_and_sync", move || same.check_matrix().map_err(failed)),
    ];
    all.extend(one_for_each_listing(&checker));
    if let Some(name) = asked.filters().find(|name| means_no_listing(name, checker.catalog(), &all)) {
        let why = format!(
            "there is no listing of this name\n  help: see `cargo book list` for what there is, as in `{}`",
            checker.catalog().listings.keys().next().map_or(String::new(), catalog::Id::test_name)
        );
        return asked.clone().run_none(name, why);
    }
    asked.run(all)
}

/// Whether a filter begins with a part of the book and meets nothing: a listing's name with a fault in it. Any other one
/// that meets nothing may be meant for other tests, since `cargo test` gives it to all.
fn means_no_listing(filter: &str, catalog: &Catalog, trials: &[Trial]) -> bool {
    let of_a_part = filter.split_once("::").is_some_and(|(part, _)| catalog.parts.iter().any(|it| it.name == part));
    of_a_part && !trials.iter().any(|trial| trial.name().contains(filter))
}

fn one_for_each_listing(checker: &Arc<Checker>) -> Vec<Trial> {
    let test = |listing: catalog::Listing| {
        let checker = Arc::clone(checker);
        let (name, verdict) = (listing.id.test_name(), listing.intent.word());
        // Its evidence is committed, and stays what the page shows.
        let unwatchable = listing.schedules.is_some() && explorer::unwatchable(&listing.source).is_some();
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

//! One test for each explored listing: the real program, run many times with threads that dawdle, comes to no outcome
//! but those that exploring has found.
//!
//! `PERTURBED_RUNS=1000` runs each listing that often, and `PERTURBED_SEED=7` runs it with that seed each time.

use catalog::{Catalog, Listing, Problems};
use checker::{Perturbed, seeds};
use libtest_mimic::{Arguments, Failed, Trial};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert_with(checker::at_a_time);
    libtest_mimic::run(&arguments, trials()).exit_code()
}

fn trials() -> Vec<Trial> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let seeds = match seeds() {
        Ok(seeds) => Arc::<[u64]>::from(seeds),
        Err(why) => return vec![Trial::test("environment::is_readable", || Err(why.into()))],
    };
    let perturbed = match Catalog::load(root) {
        Ok(catalog) => Arc::new(Perturbed::new(catalog, &root.join("target/perturbed"))),
        Err(problems) => return vec![Trial::test("book::has_listings", || Err(failed(problems)))],
    };
    let test = |listing: &Listing| {
        let (perturbed, seeds, listing) = (Arc::clone(&perturbed), Arc::clone(&seeds), listing.clone());
        let name = listing.id.test_name();
        let runs = move || perturbed.run(&listing, &seeds).map(drop).map_err(failed);
        Trial::test(name, runs).with_kind("perturbed")
    };
    perturbed.listings().map(test).collect()
}

fn failed(problems: Problems) -> Failed {
    problems.to_string().into()
}

//! One test for each explored listing: the real program, run many times with threads that dawdle, comes to no outcome
//! but those that exploring has found.
//!
//! `PERTURBED_RUNS=1000` runs each listing that often, and `PERTURBED_SEED=7` runs it with that seed each time.

use catalog::{Catalog, Listing, Outcome, Problems};
use checker::{Perturbed, seeds};
use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use toolchain::tested::package;
use trials::{Asked, Failed, Trial};

/// How many runs came to each outcome of each listing.
type Runs = Arc<Mutex<BTreeMap<String, Vec<(Outcome, usize)>>>>;

fn main() -> ExitCode {
    let asked = Asked::by_the_command_line().at_a_time(checker::at_a_time());
    let runs = Runs::default();
    let conclusion = match trials(&runs) {
        Ok(trials) => asked.run(trials),
        Err((name, why)) => asked.run_none(name, why),
    };
    let runs = runs.lock().unwrap();
    tell(&runs);
    // A few runs, or a few listings, say nothing of the pauses.
    let is_enough = conclusion.num_passed > 50 && runs.values().all(|outcomes| runs_of(outcomes) >= 50);
    match is_enough.then(|| too_little_was_reached(&runs)).flatten() {
        Some(told) => {
            eprintln!("{told}");
            ExitCode::FAILURE
        }
        None => conclusion.exit_code(),
    }
}

/// One trial for each explored listing; or what there is instead, by the name of a trial and why it fails.
fn trials(runs: &Runs) -> Result<Vec<Trial>, (&'static str, Failed)> {
    let root = package();
    let seeds = Arc::<[u64]>::from(seeds().map_err(|why| ("environment::has_numbers", why.into()))?);
    let catalog = Catalog::load(root).map_err(|problems| ("book::has_listings", failed(problems)))?;
    let perturbed = Arc::new(Perturbed::new(catalog, &toolchain::target_of(root).join("perturbed")));
    let trial = |listing: &Listing| {
        let (perturbed, seeds, listing) = (Arc::clone(&perturbed), Arc::clone(&seeds), listing.clone());
        let (runs, name) = (Arc::clone(runs), listing.id.test_name());
        let test = move || {
            let found = perturbed.run(&listing, &seeds).map_err(failed)?;
            runs.lock().unwrap().insert(listing.id.to_string(), found);
            Ok(())
        };
        Trial::test(name, test).with_kind("perturbed")
    };
    Ok(perturbed.listings().map(trial).collect())
}

/// Says how much of what could be seen has been seen. An outcome that no run came to is no fault: it is rare.
fn tell(runs: &BTreeMap<String, Vec<(Outcome, usize)>>) {
    let all = || runs.iter().flat_map(|(id, outcomes)| outcomes.iter().map(move |outcome| (id, outcome)));
    if runs.is_empty() {
        return;
    }
    let reached = all().filter(|(_, (_, runs))| *runs > 0).count();
    println!("outcomes reached: {reached} of {}", all().count());
    for (id, (outcome, _)) in all().filter(|(_, (_, runs))| *runs == 0) {
        println!("not reached by {id}: {:?}, {:?}", outcome.prints, outcome.ends);
    }
}

/// To so many of a hundred ordinary outcomes the runs have to come, for the threads to have dawdled at all. When this was
/// measured it was 177 of 178, twice, and without any pause 166 and 165; both on two cores that had much else to do.
const REACHED: usize = 96;

/// What to say where the runs have come to so few outcomes that threads which dawdle would come to more.
fn too_little_was_reached(runs: &BTreeMap<String, Vec<(Outcome, usize)>>) -> Option<String> {
    // What memory or std permits beside is no matter of dawdling: it may be that no machine ever does it.
    let ordinary = runs.values().flatten().filter(|(outcome, _)| outcome.is_ordinary());
    let outcomes: Vec<usize> = ordinary.map(|(_, runs)| *runs).collect();
    let reached = outcomes.iter().filter(|runs| **runs > 0).count();
    let told = format!(
        "the runs came to {reached} of {} ordinary outcomes, and should come to {REACHED} of a hundred\n  help: see in \
         tools/perturbed-std whether threads still dawdle before their steps; if they do, look longer: \
         `PERTURBED_RUNS=200 cargo test --test perturbed`",
        outcomes.len()
    );
    (reached * 100 < outcomes.len() * REACHED).then_some(told)
}

fn runs_of(outcomes: &[(Outcome, usize)]) -> usize {
    outcomes.iter().map(|(_, runs)| runs).sum()
}

fn failed(problems: Problems) -> Failed {
    problems.to_string().into()
}

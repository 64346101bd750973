//! Runs explored listings as real programs whose threads dawdle, and holds each run against what exploring has found.
//!
//! Exploring says of each listing: these outcomes and no other. Whether that is true of std and of this machine is seen
//! here: the listing is built against `tools/perturbed-std`, which has orders happen that are rare otherwise, and run
//! with one seed after the other. A seed decides how the threads dawdle. What comes of it the system decides as well, so
//! that two runs with one seed may differ.

use crate::normalise;
use crate::run::{End, Run, run};
use catalog::{
    Catalog, Ending, EvidenceKind, Exploring, Intent, Listing, Outcome, Problem, Problems, Schedules, panics, told_of,
};
use look_alike::{LookAlike, Programs};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

/// The environment variable that says how often each listing is run.
const RUNS: &str = "PERTURBED_RUNS";

/// The environment variable that says which seed all of the runs have.
const SEED: &str = "PERTURBED_SEED";

/// How often each listing is run unless [`RUNS`] says so.
const RUNS_OF_A_TEST: u64 = 50;

/// What listings are run against.
const PERTURBED: LookAlike = LookAlike {
    package: "perturbed-std",
    main: "program::main",
    called: "the perturbed std",
    remedy: "add what is missing to tools/perturbed-std, with what std says of it",
    flags: &[],
    linked: look_alike::as_any_crate,
};

/// What a program prints when all of its threads have been waiting for a while: a character that no listing prints.
const STANDS_STILL: &str = "\u{4}";

/// After so long a program that may go round for ever is taken to do so. Most runs are over after a few milliseconds, and one
/// that is stopped too early is counted to an outcome that it could have come to.
const ROUND: Duration = Duration::from_millis(500);

/// The seeds to run each listing with, as the environment asks for.
///
/// # Errors
/// Where a variable holds no number, or asks for no run at all.
pub fn seeds() -> Result<Vec<u64>, String> {
    let number = |name: &str| match std::env::var(name) {
        Err(_) => Ok(None),
        Ok(text) => text.parse().map(Some).map_err(|_| format!("{name} is {text:?}, but must be a whole number")),
    };
    seeds_of(number(RUNS)?, number(SEED)?)
}

fn seeds_of(runs: Option<u64>, seed: Option<u64>) -> Result<Vec<u64>, String> {
    let runs = 1..=runs.unwrap_or(RUNS_OF_A_TEST);
    if runs.is_empty() {
        return Err(format!("{RUNS} is 0, which tests nothing: ask for at least one run, or leave it out"));
    }
    Ok(runs.map(|run| seed.unwrap_or(run)).collect())
}

/// Runs the explored listings of one book. Their programs are built when the first is needed; it can be shared between
/// threads.
pub struct Perturbed {
    catalog: Catalog,
    folder: PathBuf,
    programs: OnceLock<Result<Programs, Problems>>,
}

impl Perturbed {
    /// For the listings in the catalog of which every schedule is explored; a sample may have missed an outcome. It
    /// writes to `folder`, which is its own.
    pub fn new(catalog: Catalog, folder: &Path) -> Perturbed {
        Perturbed { catalog, folder: folder.to_path_buf(), programs: OnceLock::new() }
    }

    /// The listings that it runs.
    pub fn listings(&self) -> impl Iterator<Item = &Listing> {
        let is_run = |listing: &&Listing| listing.intent != Intent::Races;
        self.catalog
            .listings
            .values()
            .filter(is_run)
            .filter(|listing| listing.schedules.is_some_and(Exploring::is_of_every_order))
    }

    /// Runs a listing once with each seed. Returns the outcomes in its evidence, each with how many runs came to it; a
    /// real run may also come to one that needs a choice, since std may choose so.
    ///
    /// # Errors
    /// The first run that comes to none of the outcomes.
    pub fn run(&self, listing: &Listing, seeds: &[u64]) -> Result<Vec<(Outcome, usize)>, Problems> {
        let build = || Programs::build(PERTURBED, self.listings().cloned().collect(), &self.catalog.root, &self.folder);
        let program = self.programs.get_or_init(build).as_ref().map_err(Problems::clone)?.of(listing)?;
        let found = self.explored(listing)?;
        let mut runs = vec![0; found.outcomes.len()];
        for &seed in seeds {
            let run = run_once(program, listing, seed, &found)?;
            match found.outcomes.iter().position(|outcome| comes_to(&run, &found, outcome)) {
                Some(outcome) => runs[outcome] += 1,
                None => return Err(left_the_outcomes(listing, seed, &run).into()),
            }
        }
        Ok(found.outcomes.into_iter().zip(runs).collect())
    }

    fn explored(&self, listing: &Listing) -> Result<Schedules, Problems> {
        let (evidence, missing) = self.catalog.evidence(listing);
        let problems = Problems(missing).or(());
        problems.and_then(|()| {
            let file = EvidenceKind::Schedules.file(&listing.file);
            Schedules::parse(evidence.text(EvidenceKind::Schedules)).map_err(|(line, why)| {
                let remedy = format!("run `cargo book bless {}` and read what it writes", listing.id);
                Problem::at_line(&file, line, format!("are not valid schedules: {why}"), remedy).into()
            })
        })
    }
}

/// A run, and whether all threads were waiting when it was last heard of.
struct Perturbation {
    run: Run,
    stands_still: bool,
}

/// Runs it until it ends, or stands still where it may, or its time is over.
fn run_once(program: &Path, listing: &Listing, seed: u64, found: &Schedules) -> Result<Perturbation, Problem> {
    // That all threads have waited for a while is no deadlock yet: under load one that has been woken may not have run.
    // So it counts only where it can be one, and otherwise the program is watched until its time is over.
    let may_stand_still =
        |printed: &str| found.outcomes.iter().any(|it| it.ends == Ending::Deadlock && it.prints == printed);
    let may_go_round =
        |printed: &str| found.outcomes.iter().any(|it| it.prints == printed && !found.going(it).is_empty());
    let mut stopped_at = None;
    let enough = |so_far: &str, elapsed: Duration| {
        let over = listing.time_is_over(elapsed);
        let printed = so_far.replace(STANDS_STILL, "");
        let goes_round = elapsed >= ROUND && may_go_round(&printed);
        if so_far.ends_with(STANDS_STILL) && (over || may_stand_still(&printed)) {
            stopped_at = Some(printed);
        }
        over || goes_round || stopped_at.is_some()
    };
    let arguments = [listing.id.name.as_str(), &seed.to_string(), STANDS_STILL];
    let run = tempfile::tempdir().and_then(|folder| run(program, &arguments, &[], folder.path(), enough));
    let mut run = run.map_err(|error| {
        Problem::in_file(&listing.file, format!("cannot be started: {error}"), "run `cargo test` again")
    })?;
    let stands_still = stopped_at.is_some();
    // What came between that and the end of the process is not looked at.
    let printed = stopped_at.unwrap_or_else(|| run.stdout.replace(STANDS_STILL, ""));
    run.stdout = normalise::line_ends(&printed);
    run.stderr = normalise::line_ends(&run.stderr);
    Ok(Perturbation { run, stands_still })
}

fn comes_to(Perturbation { run, stands_still }: &Perturbation, found: &Schedules, outcome: &Outcome) -> bool {
    let ends = match (run.end, &outcome.ends) {
        (End::Exited(Some(status)), Ending::Returned) => status == 0,
        (End::Exited(Some(status)), Ending::Exited(wanted)) => status == *wanted,
        // One that was resumed has no words.
        (End::Exited(Some(101)), Ending::Panicked(words)) => {
            found.panics_in_other_words(outcome) || panic_of_main(run).is_none_or(|said| said == told_of(words))
        }
        (End::Killed, Ending::Deadlock | Ending::Livelock) => *stands_still || !found.going(outcome).is_empty(),
        _ => false,
    };
    ends && run.stdout == outcome.prints
}

fn panic_of_main(run: &Run) -> Option<String> {
    panics(&run.stderr).into_iter().rfind(|panic| panic.thread == "main").map(|panic| panic.message)
}

fn left_the_outcomes(listing: &Listing, seed: u64, of: &Perturbation) -> Problem {
    let Perturbation { run, stands_still } = of;
    let end = match run.end {
        End::Exited(Some(0)) => "ended".to_string(),
        End::Exited(Some(status)) => match panic_of_main(run) {
            Some(words) => format!("panicked with {words:?}"),
            None => format!("exited with status {status}"),
        },
        End::Exited(None) => "was ended by a signal".to_string(),
        End::Killed if *stands_still => {
            format!("hung, with all threads waiting, until {} s were up", listing.limit.as_secs())
        }
        End::Killed => format!("was still busy after {} s", listing.limit.as_secs()),
        End::PrintedTooMuch => "printed more than 1 MiB".to_string(),
    };
    // What was printed by one that prints without an end is not for reading.
    let printed: String = run.stdout.chars().take(500).collect();
    let file = EvidenceKind::Schedules.file(&listing.file);
    let test = listing.id.test_name();
    let fault = format!(
        "with the seed {seed} the real program printed {printed:?} and {end}, which is none of the outcomes in {}",
        catalog::slashes(&file)
    );
    let remedy = format!(
        "run it again, `{SEED}={seed} cargo test --test perturbed {test}`, which may do something else each time. If \
         `cargo test --test listings {test}` passes, the evidence is what exploring finds: then fix tools/model-std, \
         or remove `//@ schedules` from a listing that depends on time"
    );
    Problem::in_file(&listing.file, fault, remedy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Choice, Extent, Kind};

    #[test]
    fn each_run_has_a_seed_of_its_own_unless_one_is_asked_for() {
        assert_eq!(seeds_of(None, None).unwrap().len(), 50);
        assert_eq!(seeds_of(Some(3), None).unwrap(), [1, 2, 3]);
        assert_eq!(seeds_of(Some(2), Some(7)).unwrap(), [7, 7]);
    }

    #[test]
    fn a_run_may_come_to_what_needs_a_choice_in_words_of_stds_own() {
        let choice = Choice(Kind::Panics, "locking again panics".into());
        let outcome = |message: &str| Outcome {
            prints: "a\n".into(),
            ends: Ending::Panicked(message.into()),
            schedules: None,
            schedule: vec![],
            edges: vec![],
            weak_schedules: None,
            needs: vec![0],
        };
        let found = Schedules {
            memory: catalog::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            extent: Extent::whole("1"),
            threads: vec!["main".into()],
            holdings: vec![],
            choices: vec![choice],
            steps: vec![],
            states: vec![],
            outcomes: vec![],
        };
        let said = "\nthread 'main' (7) panicked at src/main.rs:3:5:\nno, not again\n";
        let end = End::Exited(Some(101));
        let run = Perturbation { run: Run { stdout: "a\n".into(), stderr: said.into(), end }, stands_still: false };
        assert!(comes_to(&run, &found, &outcome("")));
        assert!(!comes_to(&run, &found, &outcome("other words")));
        let program = Outcome { needs: vec![], ..outcome("") };
        assert!(!comes_to(&run, &found, &program), "a panic of the program has its own words, also if there are none");
        assert!(!comes_to(&run, &found, &Outcome { prints: "b\n".into(), ..outcome("") }));
    }

    #[test]
    fn no_run_at_all_is_no_test() {
        let told = seeds_of(Some(0), None).unwrap_err();
        assert_eq!(told, "PERTURBED_RUNS is 0, which tests nothing: ask for at least one run, or leave it out");
    }
}

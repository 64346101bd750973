//! The program that explores listings, and prints the behaviour of one as JSON.
//!
//! `explorer NAME every STATES` goes through every schedule, within so many states; `explorer NAME sample SCHEDULES SEED`
//! tries so many schedules.

use crate::elements;
use crate::program::program;
use interleavings::{Behaviour, Budget, Graph, Merging, Report, Sample, TOO_MANY_STATES, Unmodelled, explore, sample};
use std::io::Write;
use std::process::ExitCode;

/// How many steps one run may have. A listing is a small program.
const STEPS: usize = 2_000;

/// How many executions are looked at before the elements of arrays get their numbers, and how many states at first.
const RUNS_TO_LEARN: usize = 8;
const STATES_TO_LEARN: usize = 64;

const USAGE: &str = "explorer NAME every STATES | explorer NAME sample SCHEDULES SEED";

/// Explores the listing that the first argument names, in the way that the others say.
#[doc(hidden)]
pub fn main(listings: &[(&str, fn())]) -> ExitCode {
    match report(listings, std::env::args().skip(1)) {
        Ok(report) => {
            // Whoever asked may have gone; then nobody is there to be told.
            let _ = std::io::stdout().write_all(report.as_bytes());
            ExitCode::SUCCESS
        }
        Err((status, why)) => {
            std::eprintln!("{why}");
            ExitCode::from(status)
        }
    }
}

/// The graph in which each element of an array has its own number.
fn whole(listing: fn(), budget: Budget) -> Result<Graph, Unmodelled> {
    // What a few executions have met is known when all are explored.
    let mut states = STATES_TO_LEARN.min(budget.states);
    while explore(&|| program(listing), Budget { states, ..budget }, Merging::Traces)?.runs < RUNS_TO_LEARN {
        if states == budget.states {
            break;
        }
        states = (4 * states).min(budget.states);
    }
    elements::learn();
    with_elements(|| explore(&|| program(listing), budget, Merging::Traces))
}

/// What is found once no element is met that has no number: one that is met late changes the numbers of others.
fn with_elements<T>(find: impl Fn() -> Result<T, Unmodelled>) -> Result<T, Unmodelled> {
    loop {
        let found = find()?;
        if elements::learn() {
            return Ok(found);
        }
    }
}

fn report(listings: &[(&str, fn())], arguments: impl Iterator<Item = String>) -> Result<String, (u8, String)> {
    let arguments: Vec<String> = arguments.collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let failed = |why: String| (1, why);
    let usage = |_| failed(USAGE.to_string());
    let find = |name: &str| {
        let listing = listings.iter().find(|(other, _)| *other == name).map(|(_, listing)| *listing);
        listing.ok_or_else(|| failed("there is no such listing".to_string()))
    };
    let (behaviour, graph) = match words[..] {
        [name, "every", states] => {
            let listing = find(name)?;
            let budget = Budget { states: states.parse().map_err(usage)?, steps: STEPS };
            let graph = whole(listing, budget).map_err(|why| failed(why.0))?;
            if !graph.whole {
                return Err((TOO_MANY_STATES, format!("it has more than {states} states")));
            }
            (Behaviour::of(&graph), graph)
        }
        [name, "sample", schedules, seed] => {
            let listing = find(name)?;
            let some = Sample { schedules: schedules.parse().map_err(usage)?, seed: seed.parse().map_err(usage)? };
            with_elements(|| sample(&|| program(listing), some, STEPS)).map_err(|why| failed(why.0))?
        }
        _ => return Err(failed(USAGE.to_string())),
    };
    let report = Report::of(&behaviour, &graph.kinds);
    serde_json::to_string(&report).map_err(|error| failed(error.to_string()))
}

//! The program that explores listings, and prints the behaviour of one as JSON.
//!
//! `explorer NAME every STATES` goes through every schedule, within so many states; `explorer NAME choices STATES` also
//! through those in which std does what it hardly ever does; `explorer NAME sample SCHEDULES SEED`
//! tries so many schedules.

use crate::program::program;
use interleavings::{Behaviour, Budget, Merging, Report, Sample, TOO_MANY_STATES, explore, explore_ordinary, sample};
use std::io::Write;
use std::process::ExitCode;

/// How many steps one run may have. A listing is a small program.
const STEPS: usize = 2_000;

const USAGE: &str = "explorer NAME every STATES | explorer NAME choices STATES | explorer NAME sample SCHEDULES SEED";

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
            let graph = explore_ordinary(&|| program(listing), budget).map_err(|why| failed(why.0))?;
            if !graph.whole {
                return Err((TOO_MANY_STATES, format!("it has more than {states} states")));
            }
            let behaviour = Behaviour::of(&graph);
            if behaviour.schedules.is_none() {
                return Err(failed(
                    "two of its threads go round together for ever, so that there is no end of schedules".into(),
                ));
            }
            (behaviour, graph)
        }
        [name, "choices", states] => {
            let listing = find(name)?;
            let budget = Budget { states: states.parse().map_err(usage)?, steps: STEPS };
            let graph = explore(&|| program(listing), budget, Merging::States).map_err(|why| failed(why.0))?;
            if !graph.whole {
                return Err((TOO_MANY_STATES, format!("it has more than {states} states")));
            }
            (Behaviour::of(&graph), graph)
        }
        [name, "sample", schedules, seed] => {
            let listing = find(name)?;
            let some = Sample { schedules: schedules.parse().map_err(usage)?, seed: seed.parse().map_err(usage)? };
            sample(&|| program(listing), some, STEPS).map_err(|why| failed(why.0))?
        }
        _ => return Err(failed(USAGE.to_string())),
    };
    let report = Report::of(&behaviour, &graph.kinds);
    serde_json::to_string(&report).map_err(|error| failed(error.to_string()))
}

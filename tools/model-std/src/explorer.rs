//! The program that explores listings, and prints the behaviour of one as JSON.
//!
//! `explorer NAME every STATES RARE` goes through every schedule, within this many states, and then, within `RARE` more,
//! through those in which std does what it hardly ever does; `explorer NAME usual STATES` leaves these out; `explorer NAME
//! sample SCHEDULES SEED` tries this many schedules. With `happens-before` after it, it says of each schedule that it tells
//! of which of its steps take over what others have handed on; with `watched` at the end, each access to memory is checked
//! against what happens before it.

use crate::program::program;
use interleavings::{
    Behaviour, Budget, Graph, Merging, Report, Sample, TOO_MANY_STATES, Unmodelled, edges, explore, explore_ordinary,
    sample, watch_memory,
};
use std::io::Write;
use std::process::ExitCode;

/// How many steps one run may have. A listing is a small program.
const STEPS: usize = 2_000;

const USAGE: &str = "explorer NAME every STATES RARE [happens-before] [watched] | \
                     explorer NAME usual STATES [happens-before] [watched] | \
                     explorer NAME sample SCHEDULES SEED [happens-before] [watched]";

/// Explores the listing that the first argument names, in the way that the others say.
#[doc(hidden)]
pub fn main(listings: &[(&str, fn())]) -> ExitCode {
    match report(listings, std::env::args().skip(1)) {
        Ok(report) => {
            // Anyone who asked may have gone; then nobody is there to be told.
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
    let mut words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    watch_memory(words.pop_if(|word| *word == "watched").is_some());
    let happens_before = words.pop_if(|word| *word == "happens-before").is_some();
    #[cfg(all(target_arch = "x86_64", target_os = "linux", target_env = "gnu"))]
    interleavings::tell_lines_by(crate::callers::line_of_allocation);
    let failed = |why: String| (1, why);
    let usage = |_| failed(USAGE.to_string());
    let find = |name: &str| {
        let listing = listings.iter().find(|(other, _)| *other == name).map(|(_, listing)| *listing);
        listing.ok_or_else(|| failed("there is no such listing".to_string()))
    };
    let (listing, (behaviour, graph)) = match words[..] {
        [name, "every", states, rare] => {
            let listing = find(name)?;
            let [most, rare] = [states, rare].map(|number| number.parse().map_err(usage));
            let budget = Budget { states: most?, rare: rare?, steps: STEPS };
            (listing, whole(every(listing, budget), states)?)
        }
        [name, "usual", states] => {
            let listing = find(name)?;
            let budget = Budget { states: states.parse().map_err(usage)?, rare: 0, steps: STEPS };
            (listing, whole(explore_ordinary(&|| program(listing), budget), states)?)
        }
        [name, "sample", schedules, seed] => {
            let listing = find(name)?;
            let some = Sample { schedules: schedules.parse().map_err(usage)?, seed: seed.parse().map_err(usage)? };
            (listing, sample(&|| program(listing), some, STEPS).map_err(|why| failed(why.0))?)
        }
        _ => return Err(failed(USAGE.to_string())),
    };
    let mut report = interleavings::report(&behaviour, &graph.kinds);
    if happens_before {
        add_edges(listing, &behaviour, &mut report).map_err(|why| failed(why.0))?;
    }
    serde_json::to_string(&report).map_err(|error| failed(error.to_string()))
}

/// What a program does of which all states have been found; it was to have no more than so many.
fn whole(found: Result<Graph, Unmodelled>, states: &str) -> Result<(Behaviour, Graph), (u8, String)> {
    let graph = found.map_err(|why| (1, why.0))?;
    if !graph.whole {
        return Err((TOO_MANY_STATES, format!("it has more than {states} states")));
    }
    Ok((Behaviour::of(&graph), graph))
}

/// Says of each outcome's schedule which steps take over what others have handed on.
fn add_edges(listing: fn(), behaviour: &Behaviour, report: &mut Report) -> Result<(), Unmodelled> {
    for (outcome, told) in behaviour.outcomes.iter().zip(&mut report.outcomes) {
        told.edges = edges(&|| program(listing), &outcome.schedule)?;
    }
    Ok(())
}

/// All that a program does. Where only what needs other than ordinary choices cannot be explored, as where a thread that
/// is woken without a reason counts how often, the others are explored alone, and the graph says so.
fn every(listing: fn(), budget: Budget) -> Result<Graph, Unmodelled> {
    let main = || program(listing);
    explore(&main, budget, Merging::States).or_else(|_| explore_ordinary(&main, budget))
}

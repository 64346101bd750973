//! The program that explores listings: `explorer NAME STATES` prints the behaviour of one as JSON.

use crate::program::program;
use interleavings::{Behaviour, Budget, Merging, Report, explore};
use std::io::Write;
use std::process::ExitCode;

/// How many steps one run may have. A listing is a small program.
const STEPS: usize = 2_000;

/// Explores the listing that the first argument names, within as many states as the second says.
#[doc(hidden)]
pub fn main(listings: &[(&str, fn())]) -> ExitCode {
    match report(listings, std::env::args().skip(1)) {
        Ok(report) => {
            // Whoever asked may have gone; then nobody is there to be told.
            let _ = std::io::stdout().write_all(report.as_bytes());
            ExitCode::SUCCESS
        }
        Err(why) => {
            std::eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn report(listings: &[(&str, fn())], mut arguments: impl Iterator<Item = String>) -> Result<String, String> {
    let usage = || "explorer NAME STATES".to_string();
    let name = arguments.next().ok_or_else(usage)?;
    let states = arguments.next().and_then(|states| states.parse().ok()).ok_or_else(usage)?;
    let &(_, listing) = listings.iter().find(|(other, _)| *other == name).ok_or("there is no such listing")?;
    let budget = Budget { states, steps: STEPS };
    let graph = explore(&|| program(listing), budget, Merging::Traces).map_err(|unmodelled| unmodelled.0)?;
    if !graph.whole {
        return Err(format!("it has more than {states} states"));
    }
    let report = Report::of(&Behaviour::of(&graph), &graph.kinds);
    serde_json::to_string(&report).map_err(|error| error.to_string())
}

//! Listings that are explored: what they can come to under any schedule, or under those of a sample, against what they
//! are meant to do.

use crate::normalise;
use catalog::{Ending, Evidence, EvidenceKind, Extent, Intent, Listing, Outcome, Problem, Problems, Schedules, Stdout};
use std::collections::BTreeSet;

/// Whether every outcome is one that the listing is meant to have, and none of those is missing. `evidence` is what the
/// real program did.
///
/// An outcome that no schedule of a sample has come to is missing too, though there may be one that does: the page shows
/// what has been seen, and a schedule for each of it.
///
/// # Errors
/// Each outcome that should not be, with a schedule that leads to it, and each that no schedule leads to.
pub fn comes_to_what_it_should(listing: &Listing, evidence: &Evidence, found: &Schedules) -> Result<(), Problems> {
    let mut problems = Problems::default();
    for outcome in &found.outcomes {
        if !is_meant(listing, evidence, outcome) {
            let fault = format!(
                "can {} after printing {:?}, as by this schedule: {}",
                end(&outcome.ends),
                outcome.prints,
                turns(found, outcome)
            );
            let remedy = "mend the listing, or say that it can do this";
            problems.push(Problem::in_file(&listing.file, fault, remedy));
        }
    }
    if let Intent::Runs(Stdout::OneOf(outcomes)) = &listing.intent {
        let reached: BTreeSet<&str> = found.outcomes.iter().map(|outcome| outcome.prints.as_str()).collect();
        for outcome in outcomes.iter().filter(|outcome| !reached.contains(outcome.as_str())) {
            let fault = missing(found, &format!("leads to the outcome {outcome:?}"));
            let remedy = or_more(found, "take it out, or mend the listing");
            problems.push(Problem::in_file(&listing.file, fault, remedy));
        }
    }
    if listing.intent == Intent::MayHang {
        let hangs: fn(&Ending) -> bool = |ends| *ends == Ending::Deadlock;
        for (ends, what) in [(ends_well as fn(&Ending) -> bool, "leads to its end"), (hangs, "hangs")] {
            if !found.outcomes.iter().any(|outcome| ends(&outcome.ends)) {
                let remedy = or_more(found, "mend the listing, or remove `//@ may-hang`");
                problems.push(Problem::in_file(&listing.file, missing(found, what), remedy));
            }
        }
    }
    problems.or(())
}

/// That no schedule does this: none that there is, or none that was tried.
fn missing(found: &Schedules, what: &str) -> String {
    match found.extent {
        Extent::Whole { .. } | Extent::Counted { .. } => format!("no schedule {what}"),
        Extent::Sample { tried, .. } => format!("none of the {tried} schedules tried {what}"),
    }
}

fn or_more(found: &Schedules, remedy: &str) -> String {
    match found.extent {
        Extent::Whole { .. } | Extent::Counted { .. } => remedy.to_string(),
        Extent::Sample { .. } => format!("have more of them tried; if it cannot be, {remedy}"),
    }
}

fn is_meant(listing: &Listing, evidence: &Evidence, outcome: &Outcome) -> bool {
    let printed = evidence.text(EvidenceKind::Stdout);
    match (&listing.intent, &outcome.ends) {
        (Intent::Runs(Stdout::Exact) | Intent::MayHang, ends) if ends_well(ends) => outcome.prints == printed,
        (Intent::Runs(Stdout::Unordered), ends) if ends_well(ends) => {
            normalise::lines_in_any_order(&outcome.prints) == printed
        }
        (Intent::Runs(Stdout::OneOf(outcomes)), ends) if ends_well(ends) => outcomes.contains(&outcome.prints),
        (Intent::Panics, Ending::Panicked(_)) | (Intent::Hangs, Ending::Deadlock) => outcome.prints == printed,
        (Intent::MayHang, Ending::Deadlock) => true,
        _ => false,
    }
}

/// Whether the program's status is 0: to the one who started it, that `main` returned and that it asked to exit are one.
fn ends_well(ending: &Ending) -> bool {
    matches!(ending, Ending::Returned | Ending::Exited(0))
}

fn end(ending: &Ending) -> String {
    match ending {
        Ending::Returned => "end".to_string(),
        Ending::Panicked(message) => format!("panic with {message:?}"),
        Ending::Exited(status) => format!("exit with status {status}"),
        Ending::Deadlock => "come to a deadlock".to_string(),
    }
}

/// Whose turn it is, with the number of steps: `main 2, ann 1`.
fn turns(found: &Schedules, outcome: &Outcome) -> String {
    let turn = |steps: &[usize]| format!("{} {}", found.threads[steps[0]], steps.len());
    outcome.schedule.chunk_by(|a, b| a == b).map(turn).collect::<Vec<_>>().join(", ")
}

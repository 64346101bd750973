//! What must not happen, for a program that is explored by a script: `--deny deadlock,panic,several`.

use super::words::turns;
use catalog::{Ending, Extent, Outcome, Schedules};
use clap::ValueEnum;

/// Something that must not happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// A schedule at the end of which no thread can go on.
    Deadlock,
    /// A panic of any thread, also one that is caught, or that nobody asks about.
    Panic,
    /// More than one outcome.
    Several,
}

/// What was found of it, each with a schedule that comes to it. `again` is the command that shows one step by step.
pub fn denied(found: &Schedules, denied: &[Deny], again: &str) -> Vec<String> {
    let mut told = Vec::new();
    let outcome = |number: usize, outcome: &Outcome, what: &str| {
        let schedule = turns(found, &outcome.schedule);
        format!("denied: outcome {number} {what}\n  schedule: {schedule}\n  help: {again} --outcome {number}")
    };
    for deny in denied {
        let outcomes = || found.outcomes.iter().enumerate().map(|(at, outcome)| (at + 1, outcome));
        match deny {
            Deny::Deadlock => {
                let such = outcomes().filter(|(_, outcome)| outcome.ends == Ending::Deadlock);
                told.extend(such.map(|(number, it)| outcome(number, it, "ends in a deadlock")));
            }
            Deny::Panic => {
                let such =
                    |it: &Outcome| matches!(it.ends, Ending::Panicked(_)) || !found.panics(&it.schedule).is_empty();
                let mut such: Vec<String> = outcomes()
                    .filter(|(_, it)| such(it))
                    .map(|(number, it)| outcome(number, it, "has a panic"))
                    .collect();
                // The schedules that are kept for the outcomes may be others.
                if let Some(way) = found.way_to_a_panic().filter(|_| such.is_empty()) {
                    let help = format!("{again} --play");
                    let schedule = turns(found, &way);
                    such.push(format!("denied: a thread panics\n  schedule: {schedule}\n  help: {help}"));
                }
                told.extend(such);
            }
            Deny::Several => {
                if let Some((number, it)) = outcomes().nth(1) {
                    let what = format!("is not the only one: there are {}", found.outcomes.len());
                    told.push(outcome(number, it, &what));
                }
            }
        }
    }
    told
}

/// What a person has to know where nothing was found, and not everything was looked at.
pub fn doubt(found: &Schedules, denied: &[Deny]) -> Option<&'static str> {
    match found.extent {
        _ if denied.is_empty() => None,
        Extent::Sample { .. } => {
            Some("nothing that is denied was seen; but only some schedules were tried, so this is no proof")
        }
        Extent::Counted { .. } if denied.contains(&Deny::Panic) => Some(
            "nothing that is denied was seen; but not every state is kept, and a thread may panic where no outcome's \
             schedule leads",
        ),
        Extent::Whole { .. } | Extent::Counted { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::tests::found;

    #[test]
    fn what_is_denied_is_told_with_its_schedule() {
        let told = denied(&found(), &[Deny::Several, Deny::Panic, Deny::Deadlock], "cargo book explore a.rs");
        let expected =
            "denied: outcome 1 ends in a deadlock\n  schedule: main\n  help: cargo book explore a.rs --outcome 1";
        assert_eq!(told, [expected]);
    }

    #[test]
    fn a_panic_that_no_outcome_shows_is_found_all_the_same() {
        let mut found = found();
        found.steps[1].2 = "panics: no".into();
        found.states[0].0.push((1, Some(1)));
        let told = denied(&found, &[Deny::Panic], "again");
        assert_eq!(told, ["denied: a thread panics\n  schedule: ann\n  help: again --play"]);
    }
}

//! What must not happen in a program that a script explores: `--deny deadlock,livelock,panic,race,leak,several`. It
//! must not happen even if only weak memory permits it, or only something that std hardly ever does: a program that
//! relies on its not happening is wrong.

use catalog::{Ending, Extent, Outcome, Schedules};
use clap::ValueEnum;
use mdbook_listings::words;
use scheduler::words::{plain, turns};

/// Something that must not happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// A schedule at the end of which no thread can go on.
    Deadlock,
    /// A schedule that has threads going round together for ever.
    Livelock,
    /// A panic of any thread, even one that is caught or that nobody asks about.
    Panic,
    /// A data race, or other undefined behaviour.
    Race,
    /// Memory that is never freed, in a program whose code has `unsafe`.
    Leak,
    /// More than one outcome, even if only weak memory or std permits the second.
    Several,
}

/// What was found of it, each with a schedule that leads to it. `again` is the command that shows one step by step.
pub fn denied(found: &Schedules, denied: &[Deny], again: &str) -> Vec<String> {
    let mut told = Vec::new();
    let outcome = |number: usize, outcome: &Outcome, what: &str| {
        let schedule = turns(found, &outcome.schedule);
        let only = words::only_if(found, outcome).map_or(String::new(), |only| format!(", {}", plain(&only)));
        format!("denied: outcome {number} {what}{only}\n  schedule: {schedule}\n  help: {again} --outcome {number}")
    };
    for deny in denied {
        let outcomes = || found.outcomes.iter().enumerate().map(|(at, outcome)| (at + 1, outcome));
        match deny {
            Deny::Deadlock => {
                let such = outcomes().filter(|(_, outcome)| outcome.ends == Ending::Deadlock);
                told.extend(such.map(|(number, it)| outcome(number, it, "ends in a deadlock")));
            }
            Deny::Livelock => {
                let such = outcomes().filter(|(_, outcome)| outcome.ends == Ending::Livelock);
                told.extend(such.map(|(number, it)| outcome(number, it, "ends in a livelock")));
            }
            Deny::Race => {
                let such = outcomes().filter(|(_, outcome)| matches!(outcome.ends, Ending::Undefined(_)));
                told.extend(such.map(|(number, it)| outcome(number, it, "comes to undefined behaviour")));
            }
            Deny::Leak => told.extend(found.leaks.iter().filter_map(|leak| {
                let (number, it) = (leak.0 + 1, found.outcomes.get(leak.0)?);
                let some = leak.4.as_ref().map_or("", |_| ", in some of its schedules");
                let what = format!("never frees {}{some}", words::leaked(&[leak]));
                let leaky = leak.4.clone().map(|schedule| Outcome { schedule, ..it.clone() });
                Some(outcome(number, leaky.as_ref().unwrap_or(it), &what))
            })),
            Deny::Panic => {
                let such =
                    |it: &Outcome| matches!(it.ends, Ending::Panicked(_)) || !found.panics(&it.schedule).is_empty();
                let mut such: Vec<String> = outcomes()
                    .filter(|(_, it)| such(it))
                    .map(|(number, it)| outcome(number, it, "has a panic"))
                    .collect();
                // The schedules kept for the outcomes may be different ones.
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

/// The warning that a person needs if nothing was found but not everything was tried.
pub fn doubt(found: &Schedules, denied: &[Deny]) -> Option<&'static str> {
    match found.extent {
        _ if denied.is_empty() => None,
        Extent::Sample { .. } => {
            Some("nothing denied was seen, but only some schedules were tried, so this is no proof")
        }
        Extent::Whole { with_all_choices: false, .. } | Extent::Counted { with_all_choices: false, .. } => Some(
            "nothing denied was seen, but not everything that the standard library permits beyond its usual behaviour \
             was tried, so this is no proof against that",
        ),
        Extent::Counted { .. } if denied.contains(&Deny::Panic) => Some(
            "nothing denied was seen, but not every state is kept, and a thread may panic on a path that no outcome's \
             schedule takes",
        ),
        Extent::Whole { .. } | Extent::Counted { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::tests::{found, with_a_choice, with_weak_memory};
    use catalog::{Leak, State, Turn};

    #[test]
    fn what_is_denied_is_told_with_its_schedule() {
        let told = denied(&found(), &[Deny::Several, Deny::Panic, Deny::Deadlock], "cargo book explore a.rs");
        let expected =
            "denied: outcome 1 ends in a deadlock\n  schedule: main\n  help: cargo book explore a.rs --outcome 1";
        assert_eq!(told, [expected]);
    }

    #[test]
    fn what_needs_a_choice_is_denied_as_well_and_says_so() {
        let told = denied(&with_a_choice(), &[Deny::Panic], "again");
        let expected = "denied: outcome 2 has a panic, only if locking again panics\n  schedule: ann (locking again \
                        panics)\n  help: again --outcome 2";
        assert_eq!(told, [expected]);
        assert_eq!(denied(&with_a_choice(), &[Deny::Several], "again").len(), 1);
    }

    #[test]
    fn what_memory_alone_permits_is_denied_as_one_of_several() {
        let told = denied(&with_weak_memory(), &[Deny::Several], "again");
        let expected = "denied: outcome 2 is not the only one: there are 2, for example if ann reads an old `0` from `x`\n  \
                        schedule: main, ann (ann reads an old `0` from `x`), ann\n  help: again --outcome 2";
        assert_eq!(told, [expected]);
    }

    #[test]
    fn what_is_never_freed_is_denied_with_a_schedule_that_leaks_it() {
        let mut found = found();
        assert!(denied(&found, &[Deny::Leak], "again").is_empty());
        found.states[1] = State(vec![], vec![], Some(Ending::Returned), vec![]);
        found.outcomes[0].ends = Ending::Returned;
        found.leaks = vec![Leak(0, 2, 4, 1, None), Leak(0, 3, 8, 2, Some([0, 1].map(Turn::of).to_vec()))];
        assert_eq!(
            denied(&found, &[Deny::Leak], "again"),
            [
                "denied: outcome 1 never frees 4 bytes allocated on line 2\n  schedule: main\n  help: again --outcome 1",
                "denied: outcome 1 never frees up to 2 blocks, together 8 bytes, allocated on line 3, in some of its \
                 schedules\n  schedule: main, ann\n  help: again --outcome 1",
            ]
        );
        assert!(denied(&found, &[Deny::Race], "again").is_empty());
    }

    #[test]
    fn a_livelock_is_no_deadlock() {
        let mut found = found();
        found.states[1] = State(vec![(0, Some(1))], vec![], None, vec![]);
        found.outcomes[0].ends = Ending::Livelock;
        assert!(denied(&found, &[Deny::Deadlock], "again").is_empty());
        let told = denied(&found, &[Deny::Livelock], "again");
        assert!(told[0].starts_with("denied: outcome 1 ends in a livelock\n"), "{told:?}");
    }

    #[test]
    fn where_a_bound_has_cut_something_off_nothing_seen_is_no_proof() {
        let mut found = found();
        assert_eq!(doubt(&found, &[Deny::Panic]), None);
        found.extent = Extent::Whole { schedules: Some("1".into()), with_all_choices: false };
        assert!(doubt(&found, &[Deny::Panic]).unwrap().contains("no proof"));
        assert_eq!(doubt(&found, &[]), None);
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

//! Listings that are explored: what they can do under any schedule, or under those of a sample, against what they are
//! meant to do.

use crate::normalise;
use catalog::{
    Ending, Evidence, EvidenceKind, Extent, Intent, Leak, Listing, Outcome, Problem, Problems, Schedules, Stdout, Turn,
};
use std::collections::BTreeSet;

/// Whether every ordinary outcome is one that the listing is meant to have, and none of those is missing. `evidence` is
/// what the real program did. An outcome that needs a choice is what std permits and hardly ever does, and is on the
/// page as that; what the listing is meant to show it does without.
///
/// An outcome that no schedule of a sample has come to is missing too, though there may be one that does: the page shows
/// what has been seen, and a schedule for each of it.
///
/// # Errors
/// Each outcome that should not be, with a schedule that leads to it, and each that no schedule leads to.
pub fn comes_to_what_it_should(listing: &Listing, evidence: &Evidence, found: &Schedules) -> Result<(), Problems> {
    let mut problems = Problems::default();
    for outcome in found.by_memory() {
        if !is_meant(listing, evidence, outcome) {
            let fault = format!(
                "can {} after printing {:?}, by this schedule for example: {}",
                end(&outcome.ends),
                outcome.prints,
                turns(found, &outcome.schedule)
            );
            let remedy = "fix the listing, or say that it can do this";
            problems.push(Problem::in_file(&listing.file, fault, remedy));
        }
    }
    if let Intent::Runs(Stdout::OneOf(outcomes)) = &listing.intent {
        let reached: BTreeSet<&str> = found.ordinary().iter().map(|outcome| outcome.prints.as_str()).collect();
        for outcome in outcomes.iter().filter(|outcome| !reached.contains(outcome.as_str())) {
            let fault = missing(found, &format!("leads to the outcome {outcome:?}"));
            let remedy = or_more(found, "remove it, or fix the listing");
            problems.push(Problem::in_file(&listing.file, fault, remedy));
        }
    }
    if let Intent::Runs(Stdout::OneOf(outcomes)) = &listing.intent
        && let [only] = &outcomes[..]
        && found.by_memory().all(|outcome| outcome.prints == *only)
    {
        let fault = missing(found, "leads to anything but its one outcome");
        let remedy = or_more(found, "remove `//@ outcome`: an output that never varies needs none");
        problems.push(Problem::in_file(&listing.file, fault, remedy));
    }
    let mut ways = found.outcomes.iter().filter(|outcome| ends_well(&outcome.ends)).map(|outcome| &outcome.prints);
    if listing.intent == Intent::Runs(Stdout::Unordered)
        && ways.next().is_none_or(|first| ways.all(|other| other == first))
    {
        let fault = missing(found, "prints its lines in another order");
        let remedy = or_more(found, "remove `//@ unordered`: their order is fixed");
        problems.push(Problem::in_file(&listing.file, fault, remedy));
    }
    if listing.intent == Intent::Races
        && !found.outcomes.iter().any(|outcome| matches!(outcome.ends, Ending::Undefined(_)))
    {
        let remedy = or_more(found, "fix the listing, or remove `//@ races`");
        problems.push(Problem::in_file(&listing.file, missing(found, "has undefined behaviour"), remedy));
    }
    if listing.intent == Intent::MayHang {
        let hangs = |outcome: &Outcome| matches!(outcome.ends, Ending::Deadlock | Ending::Livelock);
        let ends = found.ordinary().iter().any(|outcome| ends_well(&outcome.ends));
        // A thread may also wait for ever because it has read an old value.
        for (does, what) in [(ends, "leads to its end"), (found.by_memory().any(hangs), "hangs")] {
            if !does {
                let remedy = or_more(found, "fix the listing, or remove `//@ may-hang`");
                problems.push(Problem::in_file(&listing.file, missing(found, what), remedy));
            }
        }
    }
    problems.extend(leaks(listing, found));
    problems.extend(edges(listing, found));
    problems.or(())
}

/// Whether there are edges of happens-before, if a listing asks for them.
fn edges(listing: &Listing, found: &Schedules) -> Option<Problem> {
    let is_asked_for_nothing = listing.happens_before && found.outcomes.iter().all(|outcome| outcome.edges.is_empty());
    let fault = "asks for edges of happens-before, but none of its threads takes over what another one hands on";
    is_asked_for_nothing.then(|| Problem::in_file(&listing.file, fault, "remove `//@ happens-before`"))
}

/// Whether a listing leaks if and only if it says so.
fn leaks(listing: &Listing, found: &Schedules) -> Vec<Problem> {
    if listing.leaks && found.leaks.is_empty() {
        let remedy = "fix the listing, or remove `//@ leaks`; leaks are found only if the code has `unsafe` and `main` \
                      returns";
        return vec![Problem::in_file(&listing.file, missing(found, "leaks"), or_more(found, remedy))];
    }
    if listing.leaks {
        return Vec::new();
    }
    // Of each line one, however many outcomes have it.
    let mut lines = BTreeSet::new();
    let problem = |leak: &Leak| {
        let way = leak.4.as_ref().or_else(|| Some(&found.outcomes.get(leak.0)?.schedule));
        let schedule = way.map(|way| turns(found, way)).unwrap_or_default();
        let bytes = if leak.2 == 1 { "1 byte is".to_string() } else { format!("{} bytes are", leak.2) };
        let fault = format!("{bytes} allocated on this line and never freed, by this schedule for example: {schedule}");
        let line = leak.1.checked_sub(1).and_then(|at| listing.shown.lines.get(at)).map_or(1, |line| line.file_line);
        Problem::at_line(&listing.file, line, fault, "free it, or say `//@ leaks`")
    };
    found.leaks.iter().filter(|leak| lines.insert(leak.1)).map(problem).collect()
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
        Extent::Sample { .. } => format!("try more of them; if it cannot happen, {remedy}"),
    }
}

fn is_meant(listing: &Listing, evidence: &Evidence, outcome: &Outcome) -> bool {
    let printed = evidence.text(EvidenceKind::Stdout);
    match (&listing.intent, &outcome.ends) {
        (Intent::Runs(Stdout::Exact) | Intent::MayHang, ends) if ends_well(ends) => outcome.prints == printed,
        (Intent::Runs(Stdout::Unordered), ends) if ends_well(ends) => {
            normalise::lines_in_any_order(&outcome.prints) == printed
        }
        // What memory permits beside has its own place in the table: it may be that no machine here ever does it.
        (Intent::Runs(Stdout::OneOf(outcomes)), ends) if ends_well(ends) => {
            !outcome.is_ordinary() || outcomes.contains(&outcome.prints)
        }
        (Intent::Panics, Ending::Panicked(_)) | (Intent::Hangs, Ending::Deadlock | Ending::Livelock) => {
            outcome.prints == printed
        }
        (Intent::MayHang, Ending::Deadlock | Ending::Livelock) => true,
        // What it comes to otherwise is no promise.
        (Intent::Races, _) => true,
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
        Ending::Deadlock => "end in a deadlock".to_string(),
        Ending::Livelock => "end in a livelock".to_string(),
        Ending::Undefined(undefined) => format!("run into undefined behaviour ({})", undefined.0.name()),
    }
}

/// Whose turn it is, with the number of steps: `main 2, ann 1`.
fn turns(found: &Schedules, schedule: &[Turn]) -> String {
    let turn = |turns: &[Turn]| format!("{} {}", found.threads[turns[0].thread], turns.len());
    schedule.chunk_by(|a, b| a.thread == b.thread).map(turn).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Choice, Id, Kind};
    use std::collections::BTreeMap;
    use std::path::Path;

    /// What is said of a listing that prints `a`, with this header, and can also end so.
    fn said(header: &str, other: &str, ends: Ending, needs: Vec<usize>) -> Option<String> {
        let source = format!("//! A listing\n{header}//@ schedules\n\nfn main() {{}}\n");
        let listing = catalog::parse(Id::parse("a/b").unwrap(), Path::new("b.rs"), &source).unwrap();
        let found = found(other, ends, needs);
        comes_to_what_it_should(&listing, &printing_a(), &found).err().map(|problems| problems.to_string())
    }

    fn printing_a() -> Evidence {
        Evidence(BTreeMap::from([(EvidenceKind::Stdout, "a\n".to_string())]))
    }

    /// What prints `a`, and can also end so.
    fn found(other: &str, ends: Ending, needs: Vec<usize>) -> Schedules {
        let outcome = |prints: &str, ends, needs| Outcome {
            prints: prints.into(),
            ends,
            schedules: None,
            schedule: vec![Turn::of(0)],
            edges: vec![],
            weak_schedules: None,
            needs,
        };
        Schedules {
            memory: catalog::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            extent: Extent::whole("1"),
            threads: vec!["main".into()],
            holdings: vec![],
            choices: vec![
                Choice(Kind::WithoutReason, "`wait` returns without a reason".into()),
                Choice(Kind::ReadsOld, "main reads an old `0` from `door`".into()),
            ],
            steps: vec![],
            states: vec![],
            outcomes: vec![outcome("a\n", Ending::Returned, vec![]), outcome(other, ends, needs)],
        }
    }

    #[test]
    fn what_needs_a_choice_is_not_what_a_listing_is_meant_to_do_and_is_no_fault() {
        let fault = said("", "b\n", Ending::Returned, vec![]).unwrap();
        assert!(fault.contains("can end after printing \"b\\n\", by this schedule for example: main 1"), "{fault}");
        assert_eq!(said("", "b\n", Ending::Returned, vec![0]), None);
        // And it is not what the listing promises.
        let missing = said("//@ may-hang\n", "", Ending::Deadlock, vec![0]).unwrap();
        assert!(missing.contains("no schedule hangs"), "{missing}");
    }

    #[test]
    fn one_outcome_is_listed_where_memory_permits_another_one() {
        assert_eq!(said("//@ outcome: a\n", "b\n", Ending::Returned, vec![1]), None);
        for needs in [vec![], vec![0]] {
            let fault = said("//@ outcome: a\n", "a\n", Ending::Returned, needs).unwrap();
            assert!(fault.contains("no schedule leads to anything but its one outcome"), "{fault}");
        }
        // Without the line, all that it prints is one text.
        assert!(said("", "b\n", Ending::Returned, vec![1]).is_some());
    }

    #[test]
    fn lines_that_never_change_places_are_not_unordered() {
        assert_eq!(
            said("//@ unordered\n", "a\n", Ending::Returned, vec![]).unwrap().lines().next().unwrap(),
            "b.rs: no schedule prints its lines in another order"
        );
        // Nor are other lines the same, however long they are.
        let fault = said("//@ unordered\n", "b\n", Ending::Returned, vec![]).unwrap();
        assert!(fault.contains("can end after printing \"b\\n\", by this schedule for example: main 1"), "{fault}");
    }

    #[test]
    fn a_listing_that_leaks_says_so_and_one_that_does_not_does_not() {
        let said = |header: &str, leaks: Vec<Leak>| {
            let source = format!("//! A listing\n{header}//@ schedules\n\nfn main() {{\n    leak();\n}}\n");
            let listing = catalog::parse(Id::parse("a/b").unwrap(), Path::new("b.rs"), &source).unwrap();
            let found = found("", Ending::Returned, vec![0]);
            comes_to_what_it_should(&listing, &printing_a(), &Schedules { leaks, ..found })
                .err()
                .map(|it| it.to_string())
        };
        let leak = |outcome, turns: &[usize]| {
            let schedule: Vec<Turn> = turns.iter().copied().map(Turn::of).collect();
            Leak(outcome, 2, 24, 1, (!turns.is_empty()).then_some(schedule))
        };
        assert_eq!(said("", vec![]), None);
        assert_eq!(said("//@ leaks\n", vec![leak(0, &[])]), None);
        assert_eq!(
            said("", vec![leak(0, &[0, 0]), leak(1, &[])]).unwrap(),
            "b.rs:5: 24 bytes are allocated on this line and never freed, by this schedule for example: main 2\n  \
             help: free it, or say `//@ leaks`"
        );
        let missing = said("//@ leaks\n", vec![]).unwrap();
        assert!(
            missing.starts_with("b.rs: no schedule leaks\n  help: fix the listing, or remove `//@ leaks`"),
            "{missing}"
        );
    }

    #[test]
    fn a_listing_that_asks_for_edges_has_some() {
        let said = |edges: Vec<(usize, usize)>| {
            let source = "//! A listing\n//@ schedules\n//@ happens-before\n\nfn main() {}\n";
            let listing = catalog::parse(Id::parse("a/b").unwrap(), Path::new("b.rs"), source).unwrap();
            let mut found = found("", Ending::Returned, vec![0]);
            found.outcomes[0].edges = edges;
            comes_to_what_it_should(&listing, &printing_a(), &found).err().map(|it| it.to_string())
        };
        assert_eq!(said(vec![(0, 1)]), None);
        assert_eq!(
            said(vec![]).unwrap(),
            "b.rs: asks for edges of happens-before, but none of its threads takes over what another one hands on\n  \
             help: remove `//@ happens-before`"
        );
    }

    #[test]
    fn a_listing_that_may_hang_may_go_round_for_ever() {
        assert_eq!(said("//@ may-hang\n", "", Ending::Livelock, vec![]), None);
        let fault = said("", "", Ending::Livelock, vec![]).unwrap();
        assert!(fault.contains("can end in a livelock"), "{fault}");
    }
}

//! Explores a program of a test, and says what came of it.

use interleavings::{
    Behaviour, Budget, End, Graph, Merging, Outcome, Report, Unmodelled, explore, explore_by_replay, explore_ordinary,
    watching_footprints,
};
use model_std::program;
use std::collections::BTreeSet;

const BUDGET: Budget = Budget { states: 300_000, rare: 300_000, steps: 1000 };

/// Explores a program, and does so once more from its beginning each time: both have to find the same.
#[track_caller]
fn found(main: fn(), merging: Merging) -> Result<Graph, Unmodelled> {
    let main = || program(main);
    let explored = || explore(&main, BUDGET, merging);
    // Where each order is run by itself, there are too many for anything more.
    if merging == Merging::Nothing {
        return explored();
    }
    // Each step is checked against its footprint.
    let explored = watching_footprints(explored);
    let replayed = explore_by_replay(&main, BUDGET, merging);
    match (&explored, &replayed) {
        // Dead data in a stack frame may tell two nodes apart after one way and not after the other.
        (Ok(explored), Ok(replayed)) if explored.whole => {
            assert!(
                Behaviour::of(explored) == Behaviour::of(replayed),
                "a state that was kept is not as it was, when the search comes back to it"
            );
        }
        _ => assert_eq!(explored.as_ref().err(), replayed.as_ref().err()),
    }
    explored
}

#[track_caller]
pub fn graph(main: fn(), merging: Merging) -> Graph {
    let graph = found(main, merging).unwrap_or_else(|why| panic!("{}", why.0));
    assert!(graph.whole, "more states than a test should have");
    graph
}

#[track_caller]
pub fn behaviour(main: fn()) -> Behaviour {
    Behaviour::of(&graph(main, Merging::States))
}

/// What a program does by ordinary choices alone.
pub fn report(main: fn()) -> Report {
    graph(main, Merging::States);
    let graph = explore_ordinary(&|| program(main), BUDGET).unwrap_or_else(|why| panic!("{}", why.0));
    interleavings::report(&Behaviour::of(&graph), &graph.kinds)
}

/// Why a program is not explored.
pub fn refused(main: fn()) -> String {
    found(main, Merging::States).expect_err("it is not modelled").0
}

/// What a program can print only where memory does what no order of steps explains, and nothing else is needed.
pub fn weak(main: fn()) -> BTreeSet<String> {
    let needs =
        |outcome: &Outcome| !outcome.needs.is_empty() && outcome.needs.iter().all(|(_, choice)| choice.is_weak());
    behaviour(main).outcomes.into_iter().filter(needs).map(|outcome| outcome.printed).collect()
}

/// What a program can come to only by what std hardly ever does.
pub fn rare(main: fn()) -> BTreeSet<(String, End)> {
    let needs = |outcome: &Outcome| outcome.needs.iter().any(|(_, choice)| !choice.is_weak());
    let outcomes = behaviour(main).outcomes.into_iter().filter(needs);
    outcomes.map(|outcome| (outcome.printed, outcome.end)).collect()
}

/// What a program can print and how it can end.
pub fn outcomes(main: fn()) -> BTreeSet<(String, End)> {
    behaviour(main)
        .outcomes
        .into_iter()
        .filter(|outcome| outcome.needs.is_empty())
        .map(|outcome| (outcome.printed, outcome.end))
        .collect()
}

/// What a program can print that always returns.
#[track_caller]
pub fn prints(main: fn()) -> BTreeSet<String> {
    let all = outcomes(main);
    assert!(all.iter().all(|(_, end)| *end == End::Returned), "{all:?}");
    all.into_iter().map(|(printed, _)| printed).collect()
}

/// A set of texts.
pub fn set<const N: usize>(texts: [&str; N]) -> BTreeSet<String> {
    texts.into_iter().map(String::from).collect()
}

/// Whether some schedule leads to a deadlock.
pub fn can_deadlock(main: fn()) -> bool {
    outcomes(main).iter().any(|(_, end)| *end == End::Deadlock)
}

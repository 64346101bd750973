//! Random programs come to the same, anyone who runs them: the search with merging, the search without, and a second
//! implementation that was written from std's documentation. Two other explorers find the same as far as they have what
//! a program uses, and what runs on the real std come to is among it.
//!
//! ```console
//! $ RANDOM_PROGRAMS=5000 RANDOM_SEED=7 cargo test -p model-std --test random
//! ```
//!
//! A failure prints the seed of its program, which makes that program alone again with `RANDOM_PROGRAMS=1`.

mod by_loom;
mod by_shuttle;
mod generate;
mod model;
mod others;
mod program;
mod real;
mod reference;

use interleavings::{End, Merging};
use program::{Feature, Gift, Op, Program, all_ops};
use reference::{How, Notify, Outcomes};
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{set_hook, take_hook};
use std::sync::{Arc, Once};
use std::time::Duration;

/// Programs panic on purpose, and threads of executions that are over may do so on their way out: nobody needs to read
/// that.
fn be_quiet() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        // It sets a hook of its own the first time, which has much to say of each panic.
        shuttle::check_dfs(|| {}, None);
        let otherwise = take_hook();
        set_hook(Box::new(move |panic| {
            let words = panic.payload_as_str().unwrap_or_default();
            let of_a_program = (words.starts_with("thread ") && words.ends_with(" stops"))
                || words.contains("ExecutionState")
                || words == "a scoped thread panicked"
                || words == reference::WORDS_OF_LOCKING_AGAIN
                || words == "Once instance has previously been poisoned";
            if !of_a_program {
                otherwise(panic);
            }
        }));
    });
}

/// A program that is compared has at most this many schedules.
const MOST_SCHEDULES: u128 = 4_000;

/// One whose schedules are also run one by one has at most so many. The others are left to the reference: to run them
/// would take nearly all of the time, and there is less to find.
const MOST_PLAIN: u128 = 250;

/// The reference gives up after this many states; the program has too many schedules then, almost always.
const MOST_STATES: usize = 6_000;

const MERGED: How = How { notify: Notify::Late, remember: true, states: MOST_STATES };

fn from_environment(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |number| number.parse().unwrap_or_else(|_| panic!("{name} is no number")))
}

/// So many programs of these features that are small enough, each with its seed and its outcomes by the reference.
fn programs(count: u64, features: &BTreeSet<Feature>) -> impl Iterator<Item = (u64, Program, Outcomes)> {
    be_quiet();
    let count = from_environment("RANDOM_PROGRAMS", count);
    (from_environment("RANDOM_SEED", 1)..)
        .filter_map({
            let features = features.clone();
            move |seed| {
                let program = generate::program(seed, &features);
                let outcomes = program.is_well_formed().then(|| reference::outcomes(&program, MERGED)).flatten()?;
                (schedules(&outcomes) <= MOST_SCHEDULES).then_some((seed, program, outcomes))
            }
        })
        .take(count as usize)
}

fn schedules(outcomes: &Outcomes) -> u128 {
    outcomes.values().fold(0, |sum, ways| sum.saturating_add(*ways))
}

fn all_features() -> BTreeSet<Feature> {
    Feature::ALL.iter().copied().collect()
}

/// How two lists of outcomes differ, in words; none if they do not.
fn difference(names: (&str, &str), one: &Outcomes, other: &Outcomes) -> Option<String> {
    let mut words = Vec::new();
    for outcome in one.keys().chain(other.keys()).collect::<BTreeSet<_>>() {
        let (ways, others) = (one.get(outcome), other.get(outcome));
        if ways != others {
            let count = |ways: Option<&u128>| ways.map_or_else(|| "never".to_string(), ToString::to_string);
            words.push(format!("  {outcome:?}: {} {}, {} {}", names.0, count(ways), names.1, count(others)));
        }
    }
    (!words.is_empty()).then(|| words.join("\n"))
}

/// How the outcomes of all choices differ from what the reference finds; none if they do not, or there are too many.
fn difference_of_all(program: &Program, found: &BTreeSet<(String, End)>) -> Option<String> {
    let expected = reference::all_outcomes(program, MOST_STATES)?;
    let once = |outcomes: &BTreeSet<(String, End)>| outcomes.iter().map(|one| (one.clone(), 1)).collect();
    difference(("with all choices", "the reference"), &once(found), &once(&expected))
}

/// How the search and the reference differ about a program; none if they agree.
fn disagreement(program: &Program) -> Option<String> {
    let expected = reference::outcomes(program, MERGED)?;
    let uses = program.features();
    // Only where states are compared do loops come back to where they were.
    let has_an_end = !uses.contains(&Feature::Spin);
    let is_run_one_by_one = has_an_end && schedules(&expected) <= MOST_PLAIN;
    let by_traces = has_an_end.then_some(("by traces", Merging::Traces));
    let plain = is_run_one_by_one.then_some(("plain", Merging::Nothing));
    for (name, merging) in [("merged", Merging::States)].into_iter().chain(by_traces).chain(plain) {
        match model::found(program, merging) {
            Err(why) => return Some(format!("  {name}: refused, {why}")),
            Ok(found) => {
                let mut ordinary = difference((name, "the reference"), &found.ordinary, &expected);
                // Whether it is a step to clone an `Arc` depends on what follows, and in a loop there are more steps than in
                // one wait: there only what comes of it is compared.
                if (program.contents > 0 || !has_an_end) && found.ordinary.keys().eq(expected.keys()) {
                    ordinary = None;
                }
                let all = || difference_of_all(program, found.all.as_ref()?);
                if let Some(words) = ordinary.or_else(all) {
                    return Some(words);
                }
            }
        }
    }
    None
}

/// Fails with the smallest program that is found to fail as well.
#[track_caller]
fn fail(seed: u64, program: &Program, disagreement: &dyn Fn(&Program) -> Option<String>) -> ! {
    let small = |one: &Program| {
        one.is_well_formed() && reference::outcomes(one, MERGED).is_some_and(|all| schedules(&all) <= MOST_SCHEDULES)
    };
    // Anyone who only wants to know whether one fails need not wait for the smallest.
    let shrunk = if std::env::var_os("RANDOM_AS_IT_IS").is_some() {
        program.clone()
    } else {
        generate::shrunk(program.clone(), &|one| small(one) && disagreement(one).is_some())
    };
    let words = disagreement(&shrunk).unwrap_or_default();
    panic!("RANDOM_SEED={seed} RANDOM_PROGRAMS=1: outcomes differ\n{words}\n{shrunk}");
}

#[test]
fn the_search_comes_to_what_the_reference_comes_to() {
    let mut used: BTreeMap<Feature, usize> = BTreeMap::new();
    let mut counted = (0, 0, 0);
    for (seed, program, outcomes) in programs(500, &all_features()) {
        if disagreement(&program).is_some() {
            fail(seed, &program, &disagreement);
        }
        for feature in program.features() {
            *used.entry(feature).or_default() += 1;
        }
        counted = (counted.0 + 1, counted.1 + outcomes.len(), counted.2 + schedules(&outcomes));
    }
    // Each of them comes up often enough for a fault in it to be found.
    let is_rare = |feature: &Feature| used.get(feature).is_none_or(|count| count * 100 < counted.0);
    let rare: Vec<Feature> = all_features().into_iter().filter(is_rare).collect();
    assert!(counted.0 < 500 || rare.is_empty(), "{rare:?}: {used:?}");
    println!("{} programs, {} outcomes, {} schedules; {used:?}", counted.0, counted.1, counted.2);
}

#[test]
fn the_search_finds_the_same_graph_where_each_way_begins_at_the_beginning() {
    let (mut same, mut all) = (0, 0);
    for (seed, program, _) in programs(100, &all_features()) {
        // Where states are not compared, a loop does not come back to where it was.
        let by_traces = (!program.features().contains(&Feature::Spin)).then_some(Merging::Traces);
        for merging in [Merging::States].into_iter().chain(by_traces) {
            let is_same = model::is_as_by_replay(&program, merging)
                .unwrap_or_else(|how| panic!("RANDOM_SEED={seed} RANDOM_PROGRAMS=1:\n{how}\n{program}"));
            same += usize::from(is_same == Some(true));
            all += usize::from(is_same.is_some());
        }
    }
    println!("{same} graphs of {all} are the same node for node");
    // Some have other nodes for dead data in a stack frame: the padding of operations that are passed on, for one.
    assert!(same * 100 >= all * 94, "{same} graphs of {all} are the same node for node");
}

/// The seeds of programs by which faults were found that others did not find.
const REMARKABLE: [u64; 1] = [
    // Two panics of main, after which all memory is the same.
    101_274,
];

#[test]
fn the_search_comes_to_it_also_for_remarkable_programs() {
    be_quiet();
    for seed in REMARKABLE {
        let program = generate::program(seed, &all_features());
        let words = disagreement(&program).unwrap_or_default();
        assert!(words.is_empty(), "RANDOM_SEED={seed} RANDOM_PROGRAMS=1:\n{words}\n{program}");
    }
}

#[test]
fn the_reference_comes_to_the_same_without_a_memory() {
    // What it remembers is what it would find again.
    for (seed, program, outcomes) in programs(300, &all_features()).filter(|(_, _, all)| schedules(all) <= 400) {
        let how = How { remember: false, states: usize::MAX, ..MERGED };
        let found = reference::outcomes(&program, how).expect("it is small");
        let words = difference(("without", "with"), &found, &outcomes);
        assert!(words.is_none(), "RANDOM_SEED={seed} RANDOM_PROGRAMS=1:\n{}\n{program}", words.unwrap_or_default());
    }
}

#[test]
fn it_is_the_same_whether_who_is_woken_is_decided_late_or_at_once() {
    let features =
        BTreeSet::from([Feature::Mutex, Feature::Condvar, Feature::WaitTimeout, Feature::Print, Feature::Atomic]);
    for (seed, program, outcomes) in programs(250, &features) {
        let how = How { notify: Notify::AtOnce, states: usize::MAX, ..MERGED };
        let found = reference::outcomes(&program, how).expect("there is no limit");
        assert!(
            found.keys().eq(outcomes.keys()),
            "RANDOM_SEED={seed} RANDOM_PROGRAMS=1:\n{found:?}\n{outcomes:?}\n{program}"
        );
    }
}

/// Whether it can end in a deadlock.
fn deadlocks(outcomes: &Outcomes) -> bool {
    outcomes.keys().any(|(_, end)| *end == End::Deadlock)
}

#[track_caller]
fn compare(name: &str, seed: u64, program: &Program, theirs: &others::Found, outcomes: &Outcomes) {
    let returns = outcomes.keys().filter(|(_, end)| *end == End::Returned);
    let texts: BTreeSet<String> = returns.map(|(printed, _)| printed.clone()).collect();
    let same =
        if deadlocks(outcomes) { theirs.stopped.is_some() } else { theirs.stopped.is_none() && theirs.texts == texts };
    assert!(same, "RANDOM_SEED={seed} RANDOM_PROGRAMS=1:\nours {outcomes:?}\n{name} {theirs:?}\n{program}");
}

#[test]
fn shuttle_comes_to_the_same() {
    use Feature as F;
    // Its `park` returns without a token too, and the leader at its barrier is always the same.
    let features = [
        F::Mutex,
        F::TryLock,
        F::RwLock,
        F::TryRwLock,
        F::Condvar,
        F::Channel,
        F::Bounded,
        F::Rendezvous,
        F::Once,
        F::Atomic,
        F::Scope,
    ];
    // That a `Once` is asked is no step there, and that half of a channel is dropped is none.
    let is_no_step = |op: &&Op| match op {
        Op::IsCompleted { .. } | Op::DropSender { .. } | Op::DropReceiver { .. } => true,
        Op::Spawn { gifts, .. } => gifts.iter().any(|gift| matches!(gift, Gift::Receiver(_))),
        _ => false,
    };
    let few = |(_, program, outcomes): &(u64, Program, Outcomes)| {
        program.joins_all()
            && schedules(outcomes) <= 300
            && !program.threads.iter().flat_map(|ops| all_ops(ops)).any(|op| is_no_step(&op))
    };
    for (seed, program, outcomes) in programs(300, &BTreeSet::from(features)).filter(few) {
        compare("shuttle", seed, &program, &by_shuttle::found(&program), &outcomes);
    }
}

/// Whether it reads an atomic or writes it, and not both in one: loom lets such a load find, and such a store leave, what
/// no order of the operations explains.
fn loads_or_stores(program: &Program) -> bool {
    let plain = |op: &&Op| matches!(op, Op::Load { .. } | Op::Store { .. });
    program.threads.iter().flat_map(|ops| all_ops(ops)).any(|op| plain(&op))
}

#[test]
fn loom_comes_to_the_same() {
    use Feature as F;
    // Its `park` fails where two tokens are given, and its channel where a message is left over.
    let features = [F::Mutex, F::RwLock, F::Condvar, F::Atomic];
    let few = |(_, program, outcomes): &(u64, Program, Outcomes)| {
        program.joins_all() && schedules(outcomes) <= 300 && !deadlocks(outcomes) && !loads_or_stores(program)
    };
    for (seed, program, outcomes) in programs(300, &BTreeSet::from(features)).filter(few) {
        compare("loom", seed, &program, &by_loom::found(&program), &outcomes);
    }
}

#[test]
fn runs_on_the_real_std_are_among_them() {
    use Feature as F;
    // What std leaves open beyond what the reference has: that other blocking calls take a token, and that a reader has
    // to wait behind a writer.
    let never: &[Feature] = &[F::TryRwLock, F::LockAgain];
    let not_with_park = [F::Channel, F::Scope, F::Mutex, F::RwLock, F::Barrier, F::Once];
    let features: BTreeSet<Feature> = all_features().into_iter().filter(|feature| !never.contains(feature)).collect();
    let ends = |(_, program, outcomes): &(u64, Program, Outcomes)| {
        let uses = program.features();
        let parks = uses.contains(&F::Park) || uses.contains(&F::ParkTimeout);
        !(deadlocks(outcomes) || parks && not_with_park.iter().any(|feature| uses.contains(feature)))
    };
    for (seed, program, outcomes) in programs(200, &features).filter(ends) {
        let queues = program.rwlocks > 0;
        let limit = Duration::from_secs(if queues { 1 } else { 60 });
        let program = Arc::new(program);
        for run in 0..10 {
            let Some(outcome) = real::outcome(&program, seed + run, limit) else {
                assert!(queues, "RANDOM_SEED={seed} RANDOM_PROGRAMS=1: it does not end\n{program}");
                break;
            };
            let known = outcomes.contains_key(&outcome);
            assert!(known, "RANDOM_SEED={seed} RANDOM_PROGRAMS=1:\n{outcome:?} is none of {outcomes:?}\n{program}");
        }
    }
}

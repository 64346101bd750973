//! Litmus tests: what the search finds where loads may read old values, checked against what is known of them, and
//! against the axioms of the model as they stand.

mod axioms;
mod by_loom;
mod explored;
mod language;
mod random;
mod real;
mod table;

use axioms::{Final, Verdict, verdict};
use explored::{Found, explored, explored_as_program};
use language::Test;
use std::collections::{BTreeMap, BTreeSet};
use table::{Asked, Row, rows};

/// Whether an outcome has what is asked for.
fn has(row: &Row, found: &Final, asked: &Asked) -> bool {
    let value = match asked.thread {
        Some(thread) => {
            let register = row.test.threads[thread].registers.iter().position(|name| name == asked.name);
            found.registers[thread][register.expect("a register")]
        }
        None => {
            let place = row.test.places.iter().position(|(name, _)| name == asked.name);
            found.places[place.expect("a place")]
        }
    };
    value == asked.value
}

#[test]
fn each_litmus_test_comes_to_what_is_known_of_it_and_to_what_the_axioms_say() {
    let mut wrong = Vec::new();
    for row in rows() {
        let (found, said) = (explored(&row.test), verdict(&row.test));
        let has_all = |it: &&Final| row.asked.iter().all(|asked| has(&row, it, asked));
        let allowed = !row.asked.is_empty() && found.finals.iter().any(|it| has_all(&it));
        let verdict = (allowed, !found.races.is_empty());
        let counts = (found.graphs, row.states.map(|_| found.states), row.schedules.map(|_| found.schedules));
        let expected = (row.graphs, row.states, row.schedules);
        if verdict != (row.allowed, row.races) || counts != expected {
            let meant = (row.allowed, row.races);
            wrong.push(format!("{}: {verdict:?} {counts:?}, and not {meant:?} {expected:?}", row.name));
        }
        wrong.extend(differs(&found, &said).map(|why| format!("{}: {why}", row.name)));
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_litmus_test_is_explored_as_any_program() {
    // For these, one order of all accesses is not all that can be noticed, or not all accesses are atomic; and that is
    // found out.
    let is_asked = |row: &Row| row.graphs.1 < row.graphs.0 || row.test.has_plain_accesses();
    for row in rows().into_iter().filter(is_asked) {
        let (finals, races) = explored_as_program(&row.test);
        assert_eq!((finals, !races.is_empty()), (verdict(&row.test).finals, row.races), "{}", row.name);
    }
}

/// How many rounds of each test are run on the machine itself: `LITMUS_ROUNDS=1000000`.
#[test]
fn the_machine_comes_to_nothing_that_is_forbidden() {
    let rounds = asked("LITMUS_ROUNDS", 300) as usize;
    // A data race has no meaning there, and so the tests with accesses that are not atomic are left out.
    for row in rows().into_iter().filter(|row| !row.test.has_plain_accesses()) {
        let said = verdict(&row.test);
        let seen = real::rounds(&row.test, rounds);
        let forbidden: Vec<_> = seen.iter().filter(|(it, _)| !said.finals.contains(it)).collect();
        assert!(forbidden.is_empty(), "{}: {forbidden:?}", row.name);
        let weak = seen.iter().filter(|(it, _)| !said.interleaved.contains(it)).map(|(_, count)| count);
        println!("{}: {} rounds that no order of steps explains", row.name, weak.sum::<usize>());
    }
}

/// How many random programs are tried, from which seed on: `LITMUS_PROGRAMS=1000 LITMUS_SEED=7`.
fn asked(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn random_programs_come_to_what_the_axioms_say() {
    let (count, first) = (asked("LITMUS_PROGRAMS", 40), asked("LITMUS_SEED", 0));
    // Most random programs have no weak behaviour, and of these only a few are tried.
    let programs = (first..).map(|seed| (seed, random::program(seed)));
    let said = programs.map(|(seed, text)| {
        let test = Test::parse(&text);
        let said = verdict(&test);
        (seed, text, test, said)
    });
    let is_tried = |seed: u64, said: &Verdict| said.interleaved_graphs < said.graphs || seed.is_multiple_of(20);
    for (seed, text, test, said) in said.filter(|(seed, _, _, said)| is_tried(*seed, said)).take(count as usize) {
        if let Some(why) = differs(&explored(&test), &said) {
            panic!("seed {seed}: {text}\n{why}");
        }
    }
}

#[test]
fn random_programs_race_where_the_axioms_say_it() {
    let (count, first) = (asked("LITMUS_PROGRAMS", 40), asked("LITMUS_SEED", 0));
    let programs = (first..).map(|seed| (seed, random::program_with_plain_accesses(seed)));
    let said = programs.map(|(seed, text)| {
        let test = Test::parse(&text);
        let said = verdict(&test);
        (seed, text, test, said)
    });
    // In most random programs, what is not atomic is ordered in no execution, and of these only a few are tried.
    let is_tried = |seed: u64, said: &Verdict| said.orders_plain_accesses || seed.is_multiple_of(100);
    let (mut racing, mut free) = (0, 0);
    for (seed, text, test, said) in said.filter(|(seed, _, _, said)| is_tried(*seed, said)).take(count as usize) {
        if let Some(why) = differs(&explored(&test), &said) {
            panic!("seed {seed}: {text}\n{why}");
        }
        *if said.races.is_empty() { &mut free } else { &mut racing } += 1;
    }
    assert!(count < 40 || racing > 0 && free > 0, "{racing} race, and {free} do not");
}

#[test]
fn loom_finds_the_same_but_for_known_differences() {
    // It is bounded by numbers of permutations alone: which tests are too large does not depend on the machine.
    let (mut differences, mut large) = (BTreeMap::new(), BTreeSet::new());
    for row in rows() {
        let said = verdict(&row.test);
        let is_large = by_loom::LARGE.iter().any(|(name, _)| *name == row.name);
        let found = by_loom::found(&row.test, if is_large { 2_000 } else { 20_000 });
        if !found.is_all {
            large.insert(row.name);
        }
        let has_all = |it: &Final| row.asked.iter().all(|asked| has(&row, it, asked));
        let answer = |finals: &BTreeSet<Final>| !row.asked.is_empty() && finals.iter().any(has_all);
        let difference = match &found.stopped {
            Some(words) if words.contains("Causality violation") => said.races.is_empty().then_some("races"),
            Some(_) => Some("fails"),
            None if !said.races.is_empty() => Some("does not race"),
            None if answer(&found.finals) != answer(&said.finals) => Some("answers otherwise"),
            None if found.finals == said.finals => None,
            None if found.finals.is_superset(&said.finals) => Some("has more"),
            None if found.finals.is_subset(&said.finals) => Some("has fewer"),
            None => Some("has others"),
        };
        differences.extend(difference.map(|difference| (row.name, difference)));
    }
    assert_eq!(differences, by_loom::DIFFERENCES.map(|(name, difference, _why)| (name, difference)).into());
    assert_eq!(large, by_loom::LARGE.map(|(name, _)| name).into());
}

/// What the search finds of a test that the axioms do not say, if anything.
fn differs(found: &Found, said: &Verdict) -> Option<String> {
    if found.finals != said.finals {
        let more: Vec<_> = found.finals.difference(&said.finals).collect();
        let missing: Vec<_> = said.finals.difference(&found.finals).collect();
        return Some(format!("not by the axioms: {more:?}\nnot found: {missing:?}"));
    }
    if found.explained != said.interleaved {
        return Some(format!("explained by orders of steps: {:?}, and not {:?}", found.explained, said.interleaved));
    }
    // Of the races that an execution has, the search finds the first, and of those that come to light at once, one.
    let is_said = |race: &explored::Race| said.races.iter().any(|said| is_race(race, said));
    if !found.races.iter().all(is_said) || found.races.is_empty() != said.races.is_empty() {
        return Some(format!("races {:?}, and not {:?}", found.races, said.races));
    }
    let graphs = (said.graphs, said.interleaved_graphs);
    (found.graphs != graphs).then(|| format!("{:?} graphs, and not {graphs:?}", found.graphs))
}

/// Whether a race that the search has found, which may not know the step of what is atomic, is this one.
fn is_race(found: &explored::Race, said: &axioms::Race) -> bool {
    found.iter().zip(said).all(|(found, said)| found.0 == said.0 && found.1.is_none_or(|step| step == said.1))
}

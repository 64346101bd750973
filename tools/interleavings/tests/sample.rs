//! What a sample of schedules says: nothing that is not so, the same each time, and never that it is all.

use interleavings::objects::{output, thread};
use interleavings::{
    Behaviour, Budget, End, Merging, NewThread, Operation, Sample, Stream, ThreadId, explore, perform, sample, spawn,
    unmodelled,
};
use num_bigint::BigUint;
use std::collections::BTreeMap;

fn sampled(main: fn(), schedules: usize, seed: u64) -> Behaviour {
    sample(&|| Box::new(main), Sample { schedules, seed }, 200).expect("nothing here is unmodelled").0
}

fn whole(main: fn()) -> Behaviour {
    let budget = Budget { states: 100_000, rare: 100_000, steps: 200 };
    Behaviour::of(&explore(&|| Box::new(main), budget, Merging::Traces).expect("nothing here is unmodelled"))
}

fn print(text: &'static str, times: u32) {
    for line in 0..times {
        let (stream, unlocks) = (Stream::Output, false);
        perform(line, || Operation::Output(output::Operation::Print { stream, text: text.into(), unlocks }));
    }
}

fn quiet(steps: u32) {
    for line in 0..steps {
        perform(line, || Operation::Thread(thread::Operation::Sleep));
    }
}

fn start(body: impl FnOnce() + 'static) -> ThreadId {
    spawn(0, NewThread::default, Box::new(body))
}

fn two_printers() {
    start(|| print("a", 3));
    print("b", 3);
}

#[test]
fn what_is_seen_is_what_there_is_and_adds_up_to_what_was_tried() {
    let (seen, all) = (sampled(two_printers, 300, 1), whole(two_printers));
    let of = |behaviour: &Behaviour| {
        let one = |outcome: &interleavings::Outcome| (outcome.printed.clone(), outcome.schedule.clone());
        behaviour.outcomes.iter().map(one).collect::<BTreeMap<_, _>>()
    };
    // Small enough to be seen whole, and then each schedule is a shortest one with as few turns.
    assert_eq!(of(&seen), of(&all));
    assert_eq!(seen.schedules, Some(BigUint::from(300u16)));
    assert_eq!(seen.outcomes.iter().map(|outcome| outcome.schedules.clone()).sum::<Option<BigUint>>(), seen.schedules);
    assert_eq!(seen.sample, Some(Sample { schedules: 300, seed: 1 }));
    assert_eq!(all.sample, None);
}

#[test]
fn a_sample_is_the_same_each_time_and_another_one_with_another_seed() {
    assert_eq!(sampled(two_printers, 100, 1), sampled(two_printers, 100, 1));
    assert_ne!(sampled(two_printers, 100, 1).outcomes, sampled(two_printers, 100, 2).outcomes);
}

#[test]
fn the_schedule_of_each_outcome_leads_through_its_states_to_its_end() {
    let seen = sampled(two_printers, 100, 1);
    for outcome in &seen.outcomes {
        let mut at = 0;
        for edge in &outcome.schedule {
            let (_, to) = seen.states[at].edges.iter().find(|(going, _)| going == edge).expect("it can go");
            at = to.expect("this state is one that was seen");
        }
        assert_eq!(seen.states[at].end.as_ref(), Some(&outcome.end));
    }
    let few = sampled(two_printers, 2, 1);
    assert!(few.states.iter().flat_map(|state| &state.edges).any(|(_, to)| to.is_none()), "not all have been seen");
}

#[test]
fn one_thread_that_goes_far_while_the_other_waits_is_found() {
    // A random walk comes to it once in a million.
    fn main() {
        start(|| print("a", 1));
        quiet(20);
        print("b", 1);
    }
    let found: Vec<_> = sampled(main, 200, 1).outcomes.into_iter().map(|outcome| outcome.printed).collect();
    assert!(found.contains(&"ba".to_string()) && found.contains(&"ab".to_string()), "{found:?}");
}

#[test]
fn threads_that_take_turns_at_each_step_are_found() {
    // Priorities that change twice cannot come to it.
    let found = sampled(two_printers, 600, 1).outcomes;
    assert!(found.iter().any(|outcome| outcome.printed == "ababab"), "{found:?}");
}

#[test]
fn a_schedule_is_made_shorter_than_it_was_found() {
    // Anyone who prints first decides; all that the others do in between is of no account.
    fn main() {
        for _ in 0..4 {
            start(|| quiet(10));
        }
        quiet(1);
    }
    let [only] = &sampled(main, 1, 1).outcomes[..] else { panic!("one outcome") };
    let turns = only.schedule.windows(2).filter(|pair| pair[0].0 != pair[1].0).count();
    assert_eq!((only.end.clone(), turns), (End::Deadlock, 4));
    assert_eq!(only.schedule[0].0, ThreadId::MAIN);
}

#[test]
fn what_is_not_modelled_and_what_has_no_end_is_refused() {
    let tried = |main: fn(), steps| sample(&|| Box::new(main), Sample { schedules: 100, seed: 1 }, steps).map(|_| ());
    assert_eq!(tried(|| unmodelled(0, || "a clock".into()), 10).expect_err("it says so").0, "a clock");
    assert_eq!(tried(|| quiet(11), 10).expect_err("too long").0, "one of its schedules has more than 10 steps");
    assert!(tried(|| quiet(10), 10).is_ok());
}

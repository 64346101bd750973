//! How many schedules there are, where a formula says it.

use interleavings::{
    Behaviour, Budget, Graph, Merging, ObjectId, Step, ThreadId, Verb, Wait, current, explore, leave, perform, spawn,
};
use num_bigint::BigUint;

const BUDGET: Budget = Budget { states: 100_000, steps: 100 };

fn graph(main: fn(), merging: Merging) -> Graph {
    explore(&|| Box::new(main), BUDGET, merging).expect("nothing here is unmodelled")
}

fn schedules(main: fn()) -> BigUint {
    let merged = Behaviour::of(&graph(main, Merging::Traces)).schedules;
    assert_eq!(merged, Behaviour::of(&graph(main, Merging::Nothing)).schedules, "counted one by one");
    merged
}

/// How many ways there are to choose `some` of `all`.
fn choose(all: u64, some: u64) -> BigUint {
    (1..=some).fold(BigUint::from(1u8), |ways, n| ways * (all - some + n) / n)
}

fn factorial(n: u64) -> BigUint {
    (1..=n).product()
}

/// Does `STEPS` steps that no other thread notices.
fn quiet<const STEPS: u32>() {
    (0..STEPS).for_each(|line| perform(Step::alone(Verb::Sleep, line), |_| ()));
}

/// Prints a text `TIMES` times.
fn print<const TIMES: u32>(text: &str) {
    for line in 0..TIMES {
        leave(Step::alone(Verb::Print(text.into()), line), |world| {
            world.printed = [&world.printed, text].concat().into();
        });
    }
}

/// Two threads with so many steps each: the main thread is one of them, once it has started the other.
fn quiet_pair<const M: u32, const N: u32>() {
    spawn(None, 0, Box::new(quiet::<M>));
    quiet::<N>();
}

#[test]
fn two_threads_that_do_not_notice_each_other_have_a_binomial_of_schedules() {
    assert_eq!(schedules(quiet_pair::<1, 1>), choose(2, 1));
    assert_eq!(schedules(quiet_pair::<2, 3>), choose(5, 3));
    assert_eq!(schedules(quiet_pair::<4, 4>), choose(8, 4));
    assert_eq!(schedules(quiet_pair::<0, 5>), choose(5, 5));
}

#[test]
fn steps_that_nobody_notices_make_a_grid_of_states() {
    // One before the other thread is started; then how far each has come.
    let found = graph(quiet_pair::<30, 40>, Merging::Traces);
    assert_eq!(found.nodes.len(), 1 + 31 * 41);
    let behaviour = Behaviour::of(&found);
    assert_eq!(behaviour.states.len(), 1 + 31 * 41);
    assert_eq!(behaviour.schedules, choose(70, 30));
}

#[test]
fn steps_that_are_noticed_have_an_outcome_for_each_order() {
    fn main() {
        spawn(None, 0, Box::new(|| print::<3>("a")));
        print::<2>("b");
    }
    assert_eq!(schedules(main), choose(5, 2));
    let outcomes = Behaviour::of(&graph(main, Merging::Traces)).outcomes;
    assert_eq!(BigUint::from(outcomes.len()), choose(5, 2));
    assert!(outcomes.iter().all(|outcome| outcome.schedules == BigUint::from(1u8)));
}

/// Starts `THREADS` threads with one step each, which all wait until the main thread has ended.
fn together<const THREADS: u64>() {
    let started = Wait::Ended(vec![ThreadId::MAIN]);
    for _ in 0..THREADS {
        let step = Step::with(Verb::Join(ThreadId::MAIN), ObjectId::Thread(ThreadId::MAIN), 0).when(started.clone());
        spawn(None, 0, Box::new(|| perform(step, |_| ())));
    }
    let me = current();
    perform(Step::with(Verb::End, ObjectId::Thread(me), 0), |world| world.thread(me).ended = true);
}

#[test]
fn threads_with_one_step_each_have_as_many_schedules_as_they_have_orders() {
    assert_eq!(schedules(together::<1>), factorial(1));
    assert_eq!(schedules(together::<3>), factorial(3));
    assert_eq!(schedules(together::<5>), factorial(5));
}

#[test]
fn threads_with_two_steps_each_have_a_multinomial_of_schedules() {
    fn main() {
        let started = Wait::Ended(vec![ThreadId::MAIN]);
        for _ in 0..3 {
            let step =
                Step::with(Verb::Join(ThreadId::MAIN), ObjectId::Thread(ThreadId::MAIN), 0).when(started.clone());
            let twice = move || {
                perform(step, |_| ());
                quiet::<1>();
            };
            spawn(None, 0, Box::new(twice));
        }
        let me = current();
        perform(Step::with(Verb::End, ObjectId::Thread(me), 0), |world| world.thread(me).ended = true);
    }
    assert_eq!(schedules(main), factorial(6) / (factorial(2) * factorial(2) * factorial(2)));
}

#[test]
fn counts_are_exact_where_no_machine_number_holds_them() {
    fn main() {
        for _ in 0..3 {
            spawn(None, 0, Box::new(quiet::<20>));
        }
    }
    // Each spawn comes before all of its thread and of the later ones: 20 steps of the first thread among the 42 that
    // come after it, and so on.
    let expected = choose(62, 20) * choose(41, 20);
    assert!(expected > BigUint::from(u64::MAX));
    assert_eq!(Behaviour::of(&graph(main, Merging::Traces)).schedules, expected);
}

#[test]
fn a_shortest_schedule_of_an_outcome_has_as_few_turns_as_can_be() {
    fn main() {
        spawn(None, 0, Box::new(|| print::<2>("a")));
        print::<2>("b");
    }
    let behaviour = Behaviour::of(&graph(main, Merging::Traces));
    let of = |printed: &str| {
        let outcome = behaviour.outcomes.iter().find(|outcome| outcome.printed == printed).expect("it is possible");
        outcome.schedule.clone()
    };
    let (main, other) = (ThreadId::MAIN, ThreadId::MAIN.child(0));
    assert_eq!(of("bbaa"), [main, main, main, other, other]);
    assert_eq!(of("abba"), [main, other, main, main, other]);
}

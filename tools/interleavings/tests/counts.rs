//! How many schedules there are, where a formula says it.

use interleavings::objects::{output, thread};
use interleavings::{
    Behaviour, Budget, Choice, End, Graph, Merging, NewThread, Operation, Stream, ThreadId, end, explore, perform,
    spawn,
};
use num_bigint::BigUint;

const BUDGET: Budget = Budget { states: 100_000, rare: 100_000, steps: 100 };

fn graph(main: fn(), merging: Merging) -> Graph {
    explore(&|| Box::new(main), BUDGET, merging).expect("nothing here is unmodelled")
}

fn schedules(main: fn()) -> BigUint {
    let by = |merging| Behaviour::of(&graph(main, merging)).schedules.expect("nothing here goes round");
    let merged = by(Merging::Traces);
    assert_eq!(merged, by(Merging::Nothing), "counted one by one");
    assert_eq!(merged, by(Merging::States), "other choices do not count");
    merged
}

/// How many ways there are to choose `some` of `all`.
fn choose(all: u64, some: u64) -> BigUint {
    (1..=some).fold(BigUint::from(1u8), |ways, n| ways * (all - some + n) / n)
}

fn factorial(n: u64) -> BigUint {
    (1..=n).product()
}

fn start(body: impl FnOnce() + 'static) -> ThreadId {
    spawn(0, NewThread::default, Box::new(body))
}

/// Does a step of a thread itself.
fn step(line: u32, operation: thread::Operation) {
    perform(line, || Operation::Thread(operation));
}

/// Does `STEPS` steps that no other thread notices.
fn quiet<const STEPS: u32>() {
    (0..STEPS).for_each(|line| step(line, thread::Operation::Sleep));
}

/// Prints a text `TIMES` times.
fn print<const TIMES: u32>(text: &str) {
    for line in 0..TIMES {
        let (stream, unlocks) = (Stream::Output, false);
        perform(line, || Operation::Output(output::Operation::Print { stream, text: text.into(), unlocks }));
    }
}

/// Two threads with this many steps each: the main thread is one of them, once it has started the other.
fn quiet_pair<const M: u32, const N: u32>() {
    start(quiet::<M>);
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
    assert_eq!(behaviour.schedules, Some(choose(70, 30)));
}

#[test]
fn steps_that_are_noticed_have_an_outcome_for_each_order() {
    fn main() {
        start(|| print::<3>("a"));
        print::<2>("b");
    }
    assert_eq!(schedules(main), choose(5, 2));
    let outcomes = Behaviour::of(&graph(main, Merging::Traces)).outcomes;
    assert_eq!(BigUint::from(outcomes.len()), choose(5, 2));
    assert!(outcomes.iter().all(|outcome| outcome.schedules == Some(BigUint::from(1u8))));
}

/// Waits for the end of the main thread, which is one step.
fn wait_for_main() {
    step(0, thread::Operation::Join(ThreadId::MAIN));
}

/// Ends the calling thread.
fn leave() {
    step(0, thread::Operation::End);
}

/// Starts `THREADS` threads with one step each, which all wait until the main thread has ended.
fn together<const THREADS: u64>() {
    for _ in 0..THREADS {
        start(wait_for_main);
    }
    leave();
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
        for _ in 0..3 {
            start(|| {
                wait_for_main();
                quiet::<1>();
            });
        }
        leave();
    }
    assert_eq!(schedules(main), factorial(6) / (factorial(2) * factorial(2) * factorial(2)));
}

#[test]
fn counts_are_exact_where_no_machine_number_holds_them() {
    fn main() {
        for _ in 0..3 {
            start(quiet::<20>);
        }
    }
    // Each spawn comes before all of its thread and of the later ones: 20 steps of the first thread among the 42 that
    // come after it, and so on.
    let expected = choose(62, 20) * choose(41, 20);
    assert!(expected > BigUint::from(u64::MAX));
    assert_eq!(Behaviour::of(&graph(main, Merging::Traces)).schedules, Some(expected));
}

#[test]
fn a_shortest_schedule_of_an_outcome_has_as_few_turns_as_can_be() {
    fn main() {
        start(|| print::<2>("a"));
        print::<2>("b");
    }
    let behaviour = Behaviour::of(&graph(main, Merging::Traces));
    let of = |printed: &str| {
        let outcome = behaviour.outcomes.iter().find(|outcome| outcome.printed == printed).expect("it is possible");
        assert!(outcome.schedule.iter().all(|(_, choice)| choice.is_ordinary()));
        outcome.schedule.iter().map(|(thread, _)| *thread).collect::<Vec<_>>()
    };
    let (main, other) = (ThreadId::MAIN, ThreadId::MAIN.child(0).expect("it can have a child"));
    assert_eq!(of("bbaa"), [main, main, main, other, other]);
    assert_eq!(of("abba"), [main, other, main, main, other]);
}

#[test]
fn what_needs_another_choice_is_told_with_it_and_has_no_schedules() {
    fn main() {
        step(1, thread::Operation::Park { in_time: false });
        print::<1>("awake");
        end(|| End::Returned, 2, || Operation::Thread(thread::Operation::Exit));
    }
    let behaviour = Behaviour::of(&graph(main, Merging::States));
    assert!(behaviour.with_all_choices);
    let [waits, wakes] = &behaviour.outcomes[..] else { panic!("two outcomes") };
    let one = Some(BigUint::from(1u8));
    assert_eq!((&*waits.printed, &waits.end, &waits.schedules), ("", &End::Deadlock, &one));
    assert_eq!((&*wakes.printed, &wakes.end, &wakes.schedules), ("awake", &End::Returned, &Some(BigUint::ZERO)));
    assert_eq!(waits.needs, []);
    let park = Operation::Thread(thread::Operation::Park { in_time: false });
    assert_eq!(wakes.needs, [(park, Choice::WithoutReason)]);
    assert_eq!(behaviour.schedules, one);
    // For comparison, the other choices are left out.
    assert_eq!(Behaviour::of(&graph(main, Merging::Traces)).outcomes, std::slice::from_ref(waits));
}

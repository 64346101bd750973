//! What cannot be explored is said, and never passed over.

use interleavings::objects::thread;
use interleavings::{
    Behaviour, Budget, End, Merging, NewThread, Operation, ThreadId, end, explore, perform, spawn, unmodelled,
};

const ALL: [Merging; 3] = [Merging::States, Merging::Traces, Merging::Nothing];

fn start(body: impl FnOnce() + 'static) -> ThreadId {
    spawn(0, NewThread::default, Box::new(body))
}

fn step(line: u32, operation: thread::Operation) {
    perform(line, || Operation::Thread(operation));
}

fn quiet() {
    (0..10).for_each(|line| step(line, thread::Operation::Sleep));
}

fn pair() {
    start(quiet);
    quiet();
}

#[test]
fn a_search_with_too_few_states_is_not_whole() {
    let whole = 1 + 11 * 11;
    let explored = |states| {
        explore(&|| Box::new(pair), Budget { states, rare: states, steps: 100 }, Merging::Traces)
            .expect("nothing is unmodelled")
    };
    assert!(explored(whole).whole);
    assert!(!explored(whole / 2).whole);
}

#[test]
#[should_panic(expected = "a behaviour is whole, or it is none")]
fn a_search_that_is_not_whole_has_no_behaviour() {
    let budget = Budget { states: 20, rare: 20, steps: 100 };
    Behaviour::of(&explore(&|| Box::new(pair), budget, Merging::Traces).expect("nothing is unmodelled"));
}

#[test]
fn an_order_with_too_many_steps_is_refused() {
    let explored = |steps| explore(&|| Box::new(pair), Budget { states: 1000, rare: 1000, steps }, Merging::Traces);
    // The spawn, and ten steps of each.
    assert!(explored(21).is_ok());
    let why = explored(20).expect_err("one step too many");
    assert_eq!(why.0, "one of its schedules has more than 20 steps");
}

/// Whether a thread is refused that does this for ever, however states are compared. The allocator by whose arenas they
/// are compared by memory is not installed here: see `rounds.rs` for what is found with it.
fn is_refused_for_ever(operation: thread::Operation) -> bool {
    ALL.into_iter().all(|merging| {
        let operation = operation.clone();
        let main = move || -> Box<dyn FnOnce()> {
            let operation = operation.clone();
            Box::new(move || {
                loop {
                    step(1, operation.clone());
                }
            })
        };
        let why = explore(&main, Budget { states: 10_000, rare: 10_000, steps: 500 }, merging);
        why.expect_err("it does not end").0.contains("more than 500 steps")
    })
}

#[test]
fn a_program_without_an_end_is_refused() {
    assert!(is_refused_for_ever(thread::Operation::Sleep));
    assert!(is_refused_for_ever(thread::Operation::Unpark(ThreadId::MAIN)));
}

#[test]
fn yielding_for_ever_is_refused_as_well() {
    assert!(is_refused_for_ever(thread::Operation::Yield("yield_now")));
    assert!(is_refused_for_ever(thread::Operation::Yield("spin_loop")));
}

#[test]
fn what_is_not_modelled_is_said_even_if_only_one_order_comes_to_it() {
    // The other thread gives up only if it goes before the main thread's last step.
    fn main() {
        start(|| {
            step(1, thread::Operation::Sleep);
            unmodelled(3, || "a clock".into());
        });
        end(|| End::Returned, 2, || Operation::Thread(thread::Operation::Exit));
    }
    for merging in ALL {
        let found = explore(&|| Box::new(main), Budget { states: 100, rare: 100, steps: 100 }, merging);
        assert_eq!(found.expect_err("it says so").0, "line 3: a clock");
    }
}

#[test]
fn what_is_not_modelled_is_said_without_a_line_where_there_is_none() {
    let main = || unmodelled(0, || "a clock".into());
    let found = explore(&|| Box::new(main), Budget { states: 10, rare: 10, steps: 10 }, Merging::States);
    assert_eq!(found.expect_err("it says so").0, "a clock");
}

#[test]
fn a_thread_that_waits_for_what_never_comes_is_in_a_deadlock() {
    fn main() {
        step(1, thread::Operation::Park { in_time: false });
    }
    for merging in ALL {
        let found =
            explore(&|| Box::new(main), Budget { states: 10, rare: 10, steps: 10 }, merging).expect("it is modelled");
        let ends: Vec<End> = Behaviour::of(&found).outcomes.into_iter().map(|outcome| outcome.end).collect();
        assert_eq!(ends, [End::Deadlock]);
    }
}

#[test]
fn as_many_threads_as_can_be_told_apart_are_started_and_no_more() {
    fn main<const CHILDREN: usize>() {
        for _ in 0..CHILDREN {
            start(|| ());
        }
    }
    fn generations(more: usize) {
        if more > 0 {
            start(move || generations(more - 1));
        }
    }
    let refused = |main: fn()| match explore(
        &|| Box::new(main),
        Budget { states: 1000, rare: 1000, steps: 1000 },
        Merging::Traces,
    ) {
        Ok(_) => false,
        Err(why) => {
            assert_eq!(why.0, "there are too many threads, or generations of threads, to tell apart");
            true
        }
    };
    assert!(!refused(main::<{ ThreadId::MOST_CHILDREN }>));
    assert!(refused(main::<{ ThreadId::MOST_CHILDREN + 1 }>));
    assert!(!refused(|| generations(ThreadId::MOST_GENERATIONS)));
    assert!(refused(|| generations(ThreadId::MOST_GENERATIONS + 1)));
}

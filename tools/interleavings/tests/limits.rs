//! What cannot be explored is said, and never passed over.

use interleavings::{
    Behaviour, Budget, Merging, Step, Verb, Wait, current, end, explore, perform, spawn, unmodelled, yield_now,
};

fn quiet() {
    (0..10).for_each(|line| perform(Step::alone(Verb::Sleep, line), |_| ()));
}

fn pair() {
    spawn(None, 0, Box::new(quiet));
    quiet();
}

#[test]
fn a_search_with_too_few_states_is_not_whole() {
    let whole = 1 + 11 * 11;
    let explored = |states| {
        explore(&|| Box::new(pair), Budget { states, steps: 100 }, Merging::Traces).expect("nothing is unmodelled")
    };
    assert!(explored(whole).whole);
    assert!(!explored(whole / 2).whole);
}

#[test]
#[should_panic(expected = "a behaviour is whole, or it is none")]
fn a_search_that_is_not_whole_has_no_behaviour() {
    let budget = Budget { states: 20, steps: 100 };
    Behaviour::of(&explore(&|| Box::new(pair), budget, Merging::Traces).expect("nothing is unmodelled"));
}

#[test]
fn an_order_with_too_many_steps_is_refused() {
    let explored = |steps| explore(&|| Box::new(pair), Budget { states: 1000, steps }, Merging::Traces);
    // The spawn, and ten steps of each.
    assert!(explored(21).is_ok());
    let why = explored(20).expect_err("one step too many");
    assert_eq!(why.0, "one of its orders has more than 20 steps");
}

#[test]
fn a_program_without_an_end_is_refused() {
    let round = || loop {
        perform(Step::alone(Verb::Sleep, 1), |_| ());
    };
    let why = explore(&|| Box::new(round), Budget { states: 10_000, steps: 500 }, Merging::Traces);
    assert!(why.expect_err("it does not end").0.contains("more than 500 steps"));
}

#[test]
fn yielding_for_ever_is_refused_as_well() {
    let round = || loop {
        yield_now("yield_now", 1);
    };
    let why = explore(&|| Box::new(round), Budget { states: 10_000, steps: 500 }, Merging::Traces);
    assert!(why.expect_err("it does not end").0.contains("more than 500 steps"));
}

#[test]
fn what_is_not_modelled_is_said_even_if_only_one_order_comes_to_it() {
    // The other thread gives up only if it goes before the main thread's last step.
    fn main() {
        spawn(
            None,
            0,
            Box::new(|| {
                perform(Step::alone(Verb::Sleep, 1), |_| ());
                unmodelled("a clock");
            }),
        );
        end(interleavings::End::Returned, Step::alone(Verb::Exit, 2));
    }
    let budget = Budget { states: 100, steps: 100 };
    assert_eq!(explore(&|| Box::new(main), budget, Merging::Traces).expect_err("it says so").0, "a clock");
}

#[test]
fn a_thread_that_waits_for_what_never_comes_is_in_a_deadlock() {
    fn main() {
        let me = current();
        perform(Step::alone(Verb::Park, 1).when(Wait::Token(me)), |_| ());
    }
    let found = explore(&|| Box::new(main), Budget { states: 10, steps: 10 }, Merging::Traces).expect("it is modelled");
    assert_eq!(Behaviour::of(&found).outcomes[0].end, interleavings::End::Deadlock);
}

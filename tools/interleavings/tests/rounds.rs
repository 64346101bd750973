//! What is found of programs whose threads go round, where states are compared by memory.

use interleavings::objects::{atomic, mutex, output, thread};
use interleavings::{
    Answer, Arenas, AtomicValue, Behaviour, Budget, End, Graph, Merging, NewThread, Object, ObjectId, Operation,
    Stream, ThreadId, Value, end, explore, explore_ordinary, object, perform, perform_atomic, spawn,
};
use num_bigint::BigUint;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::atomic::Ordering;

#[global_allocator]
static ARENAS: Arenas = Arenas;

const BUDGET: Budget = Budget { states: 10_000, rare: 10_000, steps: 500 };

fn graph(main: fn(), merging: Merging) -> Graph {
    explore(&|| Box::new(main), BUDGET, merging).expect("nothing here is refused")
}

/// The behaviour with all choices, in which ordinary ones alone lead to the same outcomes.
fn behaviour(main: fn()) -> Behaviour {
    let all = Behaviour::of(&graph(main, Merging::States));
    assert!(all.with_all_choices);
    let ordinary = Behaviour::of(&explore_ordinary(&|| Box::new(main), BUDGET).expect("nothing here is refused"));
    assert_eq!(all.outcomes, ordinary.outcomes);
    assert_eq!(all.schedules, ordinary.schedules);
    all
}

/// How each outcome ends, and how many schedules it has.
fn ends(behaviour: &Behaviour) -> Vec<(End, Option<BigUint>)> {
    behaviour.outcomes.iter().map(|outcome| (outcome.end.clone(), outcome.schedules.clone())).collect()
}

fn number(number: u32) -> Option<BigUint> {
    Some(BigUint::from(number))
}

fn start(body: impl FnOnce() + 'static) -> ThreadId {
    spawn(0, NewThread::default, Box::new(body))
}

fn step(line: u32, operation: thread::Operation) -> Answer {
    perform(line, || Operation::Thread(operation))
}

fn quiet(steps: u32) {
    for line in 0..steps {
        step(line, thread::Operation::Sleep);
    }
}

fn yields() {
    step(1, thread::Operation::Yield("yield_now"));
}

fn returns() {
    end(|| End::Returned, 1, || Operation::Thread(thread::Operation::Exit));
}

/// An object in the program's memory, with a value there.
#[derive(Clone)]
struct Shared(Rc<(Cell<Option<ObjectId>>, Cell<bool>)>);

struct InMemory<'a>(&'a Shared);

impl AtomicValue for InMemory<'_> {
    fn place(&self) -> (usize, usize) {
        (std::ptr::from_ref(self.0).addr(), 1)
    }

    fn get(&self) -> Value {
        self.0.0.1.get().into()
    }

    fn set(&self, value: Value) {
        self.0.0.1.set(value == 1);
    }
}

impl Shared {
    fn new() -> Shared {
        Shared(Rc::new((Cell::new(None), Cell::new(false))))
    }

    fn id(&self, object_of: fn() -> Object) -> ObjectId {
        object(Rc::as_ptr(&self.0).addr(), (1, 1), &self.0.0, |_| object_of())
    }

    fn flag(&self) -> ObjectId {
        self.id(|| Object::Atomic(atomic::Atomic::new(atomic::Format::Bool)))
    }

    fn is_set(&self) -> bool {
        perform_atomic(2, self.flag(), atomic::Operation::Load(Ordering::SeqCst), &InMemory(self), |_| None).0 == 1
    }

    fn set(&self, value: bool) {
        let operation = atomic::Operation::Store(Ordering::SeqCst, value.into());
        perform_atomic(3, self.flag(), operation, &InMemory(self), |_| Some(value.into()));
    }

    fn wait_until_it_is(&self, value: bool) {
        while self.is_set() != value {
            yields();
        }
    }

    fn lock(&self, operation: mutex::Operation) -> Answer {
        let id = self.id(|| Object::Mutex(mutex::Mutex::default()));
        perform(4, || Operation::Mutex(id, operation))
    }

    fn lock_and_unlock(&self) {
        self.lock(mutex::Operation::Lock);
        self.lock(mutex::Operation::Unlock { poisons: false });
    }
}

/// Sets the flag again and again as soon as another thread has cleared it, or the other way round.
fn turns_to(flag: &Shared, value: bool) {
    loop {
        flag.wait_until_it_is(!value);
        flag.set(value);
    }
}

#[test]
fn a_thread_that_yields_for_ever_waits_for_what_never_comes() {
    for main in [
        || loop {
            yields();
        },
        || loop {
            quiet(1);
        },
        || loop {
            quiet(3);
            yields();
        },
    ] {
        assert_eq!(ends(&behaviour(main)), [(End::Deadlock, number(1))]);
    }
}

#[test]
fn a_thread_that_comes_back_to_where_it_was_alone_waits_even_if_it_changes_something_meanwhile() {
    fn main() {
        let lock = Shared::new();
        loop {
            lock.lock_and_unlock();
        }
    }
    assert_eq!(ends(&behaviour(main)), [(End::Deadlock, number(1))]);
}

#[test]
fn a_thread_that_looks_for_what_nobody_does_waits_in_each_order() {
    // Two orders: whether it looks before the other thread's step, or after. Otherwise only another look comes between.
    fn main() {
        let flag = Shared::new();
        flag.flag();
        start(|| quiet(1));
        flag.wait_until_it_is(true);
    }
    assert_eq!(ends(&behaviour(main)), [(End::Deadlock, number(2))]);
}

#[test]
fn threads_that_each_wait_alone_are_in_a_deadlock() {
    fn main() {
        start(|| {
            loop {
                yields();
            }
        });
        loop {
            yields();
        }
    }
    let behaviour = behaviour(main);
    assert_eq!(behaviour.outcomes.len(), 1);
    assert_eq!(behaviour.outcomes[0].end, End::Deadlock);
    assert!(behaviour.schedules.is_some());
}

#[test]
fn threads_that_change_something_in_turns_for_ever_are_in_a_livelock() {
    fn main() {
        let flag = Shared::new();
        let other = flag.clone();
        start(move || turns_to(&other, false));
        turns_to(&flag, true);
    }
    let behaviour = behaviour(main);
    assert_eq!(ends(&behaviour), [(End::Livelock, None)]);
    assert_eq!(behaviour.schedules, None);
}

#[test]
fn threads_that_wake_each_other_for_ever_are_in_a_livelock() {
    fn main() {
        let other = start(|| {
            loop {
                step(1, thread::Operation::Park { in_time: false });
                step(2, thread::Operation::Unpark(ThreadId::MAIN));
            }
        });
        loop {
            step(3, thread::Operation::Unpark(other));
            step(4, thread::Operation::Park { in_time: false });
        }
    }
    assert_eq!(ends(&behaviour(main)), [(End::Livelock, None)]);
}

#[test]
fn a_loop_that_another_thread_ends_has_a_schedule_for_each_time_of_its_first_look() {
    // It looks for the first time before one of the other's steps, or after all; and for a second time when there is
    // something new to be seen.
    fn main<const STEPS: u32>() {
        let flag = Shared::new();
        let other = flag.clone();
        start(move || {
            quiet(STEPS);
            other.set(true);
        });
        flag.wait_until_it_is(true);
        returns();
    }
    assert_eq!(ends(&behaviour(main::<0>)), [(End::Returned, number(2))]);
    assert_eq!(ends(&behaviour(main::<1>)), [(End::Returned, number(3))]);
    assert_eq!(ends(&behaviour(main::<6>)), [(End::Returned, number(8))]);
}

#[test]
fn a_loop_that_asks_whether_a_thread_has_ended_has_finite_schedules() {
    fn main() {
        let other = start(|| {
            quiet(2);
            step(0, thread::Operation::End);
        });
        while step(2, thread::Operation::IsFinished(other)) != Answer::Flag(true) {
            yields();
        }
        returns();
    }
    assert_eq!(ends(&behaviour(main)), [(End::Returned, number(4))]);
}

#[test]
fn loops_that_one_thread_ends_have_the_product_of_their_looks() {
    // Each looks before the flag is set, and then again, or only after. Neither does before: they look in 2 orders. The
    // first one does: 2 times for that, and 3 orders afterwards. The second one does: 1, and 3. Both do: 3, and 6.
    fn main() {
        let flag = Shared::new();
        flag.flag();
        for _ in 0..2 {
            let flag = flag.clone();
            start(move || flag.wait_until_it_is(true));
        }
        flag.set(true);
    }
    let behaviour = behaviour(main);
    assert_eq!(ends(&behaviour), [(End::Deadlock, number(2 + 2 * 3 + 3 + 3 * 6))]);
    assert_eq!(behaviour.schedules, number(29));
}

#[test]
fn there_is_no_end_of_schedules_where_two_threads_go_round_together_until_a_third_ends_them() {
    fn main() {
        let flag = Shared::new();
        for value in [false, true] {
            let flag = flag.clone();
            start(move || turns_to(&flag, value));
        }
        quiet(1);
        returns();
    }
    // The main thread can always go, so it does some time.
    let behaviour = behaviour(main);
    assert_eq!(ends(&behaviour), [(End::Returned, None)]);
    assert_eq!(behaviour.schedules, None);
}

#[test]
fn a_thread_that_always_comes_at_the_wrong_time_may_go_on_for_ever() {
    fn main() {
        let lock = Shared::new();
        let other = lock.clone();
        start(move || {
            loop {
                other.lock_and_unlock();
            }
        });
        while lock.lock(mutex::Operation::TryLock) == Answer::WouldBlock {
            yields();
        }
        returns();
    }
    let behaviour = behaviour(main);
    assert_eq!(ends(&behaviour), [(End::Returned, None), (End::Livelock, None)]);
    assert_eq!(behaviour.schedules, None);
}

#[test]
fn who_is_woken_without_a_reason_may_then_go_round_for_ever() {
    fn main() {
        let flag = Shared::new();
        flag.flag();
        step(1, thread::Operation::Park { in_time: false });
        flag.wait_until_it_is(true);
    }
    let all = Behaviour::of(&graph(main, Merging::States));
    let needs: Vec<bool> = all.outcomes.iter().map(|outcome| outcome.needs.is_empty()).collect();
    // Parked for ever, or awake and looking for ever: both print nothing and never end, so that they are one outcome.
    assert_eq!((ends(&all), needs), (vec![(End::Deadlock, number(1))], vec![true]));

    fn two() {
        let flag = Shared::new();
        let other = flag.clone();
        flag.flag();
        start(move || {
            step(1, thread::Operation::Park { in_time: false });
            turns_to(&other, true);
        });
        step(1, thread::Operation::Park { in_time: false });
        turns_to(&flag, false);
    }
    let all = Behaviour::of(&graph(two, Merging::States));
    assert_eq!(ends(&all), [(End::Deadlock, number(1)), (End::Livelock, None)]);
    assert!(all.outcomes[0].needs.is_empty() && !all.outcomes[1].needs.is_empty());
}

#[test]
fn what_goes_round_and_prints_never_comes_back() {
    fn main() {
        loop {
            let (stream, unlocks) = (Stream::Output, false);
            perform(1, || Operation::Output(output::Operation::Print { stream, text: "a".into(), unlocks }));
        }
    }
    let why = explore(&|| Box::new(main), BUDGET, Merging::States).expect_err("it does not end");
    let begins = "line 1: a loop here never returns to a state that it has been in";
    assert!(why.0.starts_with(begins) && why.0.ends_with("one of its schedules has more than 500 steps"), "{}", why.0);
}

#[test]
fn the_order_of_steps_that_lead_to_the_same_is_forgotten_and_counted_all_the_same() {
    // Each writes the token of the main thread, so that their order makes another trace; but it is the same token.
    fn main() {
        for _ in 0..4 {
            start(|| {
                step(1, thread::Operation::Unpark(ThreadId::MAIN));
            });
        }
        quiet(1);
        returns();
    }
    let (states, traces) = (graph(main, Merging::States), graph(main, Merging::Traces));
    assert!(states.ordinary < traces.ordinary, "{} states, {} traces", states.ordinary, traces.ordinary);
    let of = |graph: &Graph| {
        let behaviour = Behaviour::of(graph);
        (behaviour.states, behaviour.outcomes, behaviour.schedules)
    };
    assert_eq!(of(&states), of(&traces));
    assert_eq!(of(&states).2, of(&graph(main, Merging::Nothing)).2);
}

#[test]
fn the_states_of_a_round_are_few_and_lead_back() {
    fn main() {
        loop {
            quiet(2);
            yields();
        }
    }
    let states = behaviour(main).states;
    assert_eq!(states.len(), 3);
    let first = |edges: &[_]| matches!(edges, [((ThreadId::MAIN, _), Some(_))]);
    assert!(states.iter().all(|state| state.end.is_none() && first(&state.edges)));
}

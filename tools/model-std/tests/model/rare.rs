//! What needs other than ordinary choices: it is explored one choice after the other, and how far is said.

use crate::explored::{behaviour, graph, outcomes, rare};
use interleavings::{Budget, End, Merging, explore};
use model_std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use model_std::sync::{Condvar, Mutex};
use model_std::{print, thread};
use std::collections::BTreeSet;

#[test]
fn what_needs_two_of_them_is_found_and_is_not_ordinary() {
    fn main() {
        let (slot, changed) = (Mutex::new(()), Condvar::new());
        let guard = changed.wait(slot.lock().unwrap()).unwrap();
        print!("once ");
        drop(changed.wait(guard).unwrap());
        print!("twice");
    }
    assert_eq!(outcomes(main), [(String::new(), End::Deadlock)].into());
    let once = ("once ".to_string(), End::Deadlock);
    assert_eq!(rare(main), [once, ("once twice".to_string(), End::Returned)].into());
}

#[test]
fn where_they_have_no_end_it_is_said_that_not_all_are_explored() {
    fn main() {
        let (ready, changed) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                *ready.lock().unwrap() = true;
                changed.notify_one();
            });
            let (mut rounds, mut guard) = (0, ready.lock().unwrap());
            while !*guard {
                guard = changed.wait(guard).unwrap();
                rounds += 1;
            }
            print!("{}", rounds > 0);
        });
    }
    let budget = Budget { states: 10_000, rare: 10_000, steps: 60 };
    let graph =
        explore(&|| model_std::program(main), budget, Merging::States).expect("its ordinary choices have an end");
    assert!(graph.whole && !graph.with_all_choices);
}

#[test]
fn ends_that_look_the_same_are_two_states() {
    fn main() {
        let eaten = AtomicBool::new(false);
        let was_early = thread::scope(|scope| {
            scope.spawn(|| eaten.store(true, SeqCst));
            !eaten.load(SeqCst)
        });
        let words = if was_early { "early" } else { "late" };
        panic!("{words}");
    }
    let ends: BTreeSet<End> = behaviour(main).states.into_iter().filter_map(|state| state.end).collect();
    assert_eq!(ends, ["early", "late"].map(|words| End::Panicked(words.to_string())).into());
}

#[test]
fn what_has_no_end_after_a_rare_choice_is_left_out_and_said() {
    static TOLD: AtomicBool = AtomicBool::new(false);
    fn main() {
        let other = thread::spawn(|| {
            thread::park();
            // Woken without a reason, it counts for ever.
            let mut rounds = 0_u64;
            while !TOLD.load(SeqCst) || rounds > 0 {
                rounds += 1;
                thread::yield_now();
            }
        });
        TOLD.store(true, SeqCst);
        other.thread().unpark();
        other.join().unwrap();
        print!("told");
    }
    let graph = graph(main, Merging::States);
    assert!(!graph.with_all_choices, "a bound has cut something off");
    assert!(graph.ordinary < graph.nodes.len(), "and yet it was tried");
}

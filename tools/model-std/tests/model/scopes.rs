//! What a scope waits for, and what its threads and their handles leave to one another.

use crate::explored::{behaviour, outcomes, prints, set};
use interleavings::{End, Verb};
use model_std::sync::Mutex;
use model_std::{print, thread};

#[test]
fn a_scope_ends_also_if_a_handle_is_dropped_while_its_thread_has_nothing_left_to_do() {
    fn main() {
        let lock = Mutex::new(());
        thread::scope(|scope| {
            let handle = scope.spawn(|| ());
            drop(lock.lock());
            drop(handle);
        });
        print!("after");
    }
    assert_eq!(outcomes(main), [("after".to_string(), End::Returned)].into());
}

#[test]
fn who_lets_go_of_a_result_last_drops_it_the_thread_or_its_handle() {
    struct Result;
    impl Drop for Result {
        fn drop(&mut self) {
            print!("by {} ", thread::current().name().unwrap_or("the thread"));
        }
    }
    fn main() {
        let lock = Mutex::new(());
        thread::scope(|scope| {
            let handle = scope.spawn(|| {
                drop(lock.lock());
                Result
            });
            drop(lock.lock());
            drop(handle);
            print!("dropped ");
        });
        print!("after");
    }
    // The scope waits for the drop, and not for more.
    let by_thread = ["dropped by the thread after", "by the thread dropped after"];
    assert_eq!(prints(main), set(["by main dropped after", by_thread[0], by_thread[1]]));
}

#[test]
fn a_thread_without_a_step_lets_go_of_its_result_before_its_handle_does_or_after() {
    struct Result;
    impl Drop for Result {
        fn drop(&mut self) {
            print!("by {} ", thread::current().name().unwrap_or("the thread"));
        }
    }
    fn main() {
        thread::scope(|scope| {
            drop(scope.spawn(|| Result));
            print!("dropped ");
        });
    }
    assert_eq!(prints(main), set(["by main dropped ", "by the thread dropped ", "dropped by the thread "]));
}

#[test]
fn a_panic_in_a_scope_is_said_before_the_scope_waits() {
    fn main() {
        thread::scope(|scope| {
            scope.spawn(|| print!("in"));
            panic!("main stops");
        });
    }
    // The words come before what the thread prints, after it, or after the thread's end.
    assert_eq!(behaviour(main).schedules, Some(3_u8.into()));
    assert_eq!(outcomes(main), [("in".to_string(), End::Panicked("main stops".to_string()))].into());
}

#[test]
fn a_panic_is_said_before_a_thread_drops_its_own_values() {
    struct Note;
    impl Drop for Note {
        fn drop(&mut self) {
            print!("dropped");
        }
    }
    model_std::thread_local! { static NOTE: Note = const { Note }; }
    fn main() {
        NOTE.with(|_| ());
        panic!("main stops");
    }
    let behaviour = behaviour(main);
    let steps: Vec<Verb> = behaviour
        .states
        .iter()
        .filter_map(|state| state.threads[0].1.next.as_ref())
        .map(|step| step.operation.verb())
        .collect();
    assert_eq!(steps[0], Verb::Panic("main stops".to_string()), "{steps:?}");
}

//! The edges of happens-before in a schedule: from which step to which, for each thing by which threads synchronise.

use crate::explored::behaviour;
use interleavings::{Behaviour, Outcome, Step, ThreadId, edges};
use model_std::sync::atomic::AtomicI32;
use model_std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use model_std::sync::mpsc::channel;
use model_std::sync::{Barrier, Condvar, Mutex, Once, RwLock};
use model_std::{print, program, thread};
use std::rc::Rc;

/// The edges in the schedule by which a program prints this, as `0 send → 1 receive`: the threads by their numbers, `main`
/// first. Those of the threads' own beginnings and ends are left out.
#[track_caller]
fn between(main: fn(), printed: &str) -> Vec<String> {
    let is_own = |told: &String| told.contains("Spawn →") || told.ends_with("Join") || told.ends_with("EndScope");
    all(main, printed).into_iter().filter(|told| !is_own(told)).collect()
}

/// All of them.
#[track_caller]
fn all(main: fn(), printed: &str) -> Vec<String> {
    let found = behaviour(main);
    let of = found.outcomes.iter().find(|outcome| outcome.printed == printed && outcome.needs.is_empty());
    let outcome = of.unwrap_or_else(|| panic!("it never prints {printed}"));
    let edges = edges(&|| program(main), &outcome.schedule).unwrap_or_else(|why| panic!("{}", why.0));
    let steps = steps(&found, outcome);
    edges.into_iter().map(|(from, to)| format!("{} → {}", steps[from], steps[to])).collect()
}

/// The steps of an outcome's schedule, in words.
fn steps(found: &Behaviour, outcome: &Outcome) -> Vec<String> {
    let mut at = 0;
    let step = |edge: &(ThreadId, _)| {
        let state = &found.states[at];
        at = state.edges.iter().find(|(other, _)| other == edge).and_then(|(_, to)| *to).unwrap();
        let number = state.threads.iter().position(|(thread, _)| *thread == edge.0).unwrap();
        let next: &Rc<Step> = state.threads[number].1.next.as_ref().unwrap();
        let verb = format!("{:?}", next.operation.verb());
        format!("{number} {}", verb.split(['(', ' ']).next().unwrap())
    };
    outcome.schedule.iter().map(step).collect()
}

#[test]
fn a_thread_takes_over_from_who_starts_it_and_hands_on_to_who_joins_it() {
    fn main() {
        thread::spawn(|| print!("a")).join().unwrap();
        print!("b");
    }
    assert_eq!(all(main, "ab"), ["0 Spawn → 1 Print", "1 End → 0 Join"]);
}

#[test]
fn the_end_of_a_scope_takes_over_from_each_thread_that_it_waits_for() {
    fn main() {
        thread::scope(|scope| {
            scope.spawn(|| ());
            scope.spawn(|| ());
        });
        print!("b");
    }
    assert_eq!(all(main, "b"), ["0 Spawn → 1 End", "0 Spawn → 2 End", "1 End → 0 EndScope", "2 End → 0 EndScope"]);
}

#[test]
fn a_handle_that_is_dropped_is_no_step_and_hands_nothing_on() {
    fn main() {
        let ended = Mutex::new(false);
        thread::scope(|scope| {
            drop(scope.spawn(|| *ended.lock().unwrap() = true));
            print!("{}", u8::from(*ended.lock().unwrap()));
        });
    }
    assert_eq!(
        all(main, "1"),
        ["0 Spawn → 1 Lock", "1 Unlock → 0 Lock", "1 End → 0 EndScope"],
        "the thread that leaves last knows that the handle is gone"
    );
}

#[test]
fn who_takes_a_lock_takes_over_from_who_let_go_of_it_last() {
    fn main() {
        let lock = Mutex::new(());
        thread::scope(|scope| {
            for name in ["a", "b"] {
                let lock = &lock;
                scope.spawn(move || {
                    let held = lock.lock().unwrap();
                    print!("{name}");
                    drop(held);
                });
            }
        });
        drop(lock.lock().unwrap());
    }
    // That `main` takes the lock after the end of the scope tells it nothing.
    assert_eq!(between(main, "ab"), ["1 Unlock → 2 Lock"]);
    assert_eq!(between(main, "ba"), ["2 Unlock → 1 Lock"]);
}

#[test]
fn who_had_a_lock_last_learns_nothing_by_taking_it_again() {
    fn main() {
        let lock = Mutex::new(());
        thread::scope(|scope| {
            scope.spawn(|| {
                drop(lock.lock().unwrap());
                drop(lock.lock().unwrap());
                print!("a");
            });
        });
    }
    assert_eq!(between(main, "a"), [""; 0]);
}

#[test]
fn a_try_lock_takes_over_if_it_succeeds() {
    fn main() {
        let lock = Mutex::new(());
        thread::scope(|scope| {
            scope.spawn(|| {
                let held = lock.lock().unwrap();
                print!("a");
                drop(held);
            });
            let got = lock.try_lock();
            print!("{}", u8::from(got.is_ok()));
            drop(got);
        });
    }
    assert_eq!(between(main, "a0"), [""; 0]);
    assert_eq!(between(main, "a1"), ["1 Unlock → 0 TryLock"]);
    assert_eq!(between(main, "1a"), ["0 Unlock → 1 Lock"]);
}

#[test]
fn who_writes_under_a_lock_takes_over_from_all_readers_and_readers_from_who_has_written() {
    fn main() {
        let lock = RwLock::new(());
        thread::scope(|scope| {
            for name in ["a", "b"] {
                let lock = &lock;
                scope.spawn(move || {
                    let held = lock.read().unwrap();
                    print!("{name}");
                    drop(held);
                });
            }
            let held = lock.write().unwrap();
            print!("w");
            drop(held);
        });
    }
    assert_eq!(between(main, "abw"), ["1 EndRead → 0 Write", "2 EndRead → 0 Write"]);
    assert_eq!(between(main, "awb"), ["1 EndRead → 0 Write", "0 EndWrite → 2 Read"]);
    assert_eq!(between(main, "wab"), ["0 EndWrite → 1 Read", "0 EndWrite → 2 Read"]);
}

#[test]
fn who_receives_takes_over_from_who_sent_that_message_and_an_empty_channel_has_nothing() {
    fn main() {
        let (sender, receiver) = channel();
        let second = sender.clone();
        thread::spawn(move || sender.send("a").unwrap());
        thread::spawn(move || second.send("b").unwrap());
        print!("{}", receiver.try_recv().unwrap_or("-"));
        print!("{}", receiver.recv().unwrap());
    }
    assert_eq!(between(main, "-a"), ["1 Send → 0 Recv"]);
    assert_eq!(between(main, "ba"), ["2 Send → 0 TryRecv", "1 Send → 0 Recv"]);
}

#[test]
fn what_follows_by_chaining_is_no_edge_of_its_own() {
    fn main() {
        let ((sender, receiver), lock) = (channel(), &Mutex::new(()));
        thread::scope(|scope| {
            scope.spawn(move || sender.send(()).unwrap());
            scope.spawn(move || {
                receiver.recv().unwrap();
                let held = lock.lock().unwrap();
                print!("a");
                drop(held);
            });
            let held = lock.lock().unwrap();
            print!("b");
            drop(held);
        });
    }
    // The first thread's sending is known to the second one, which hands on both.
    assert_eq!(between(main, "ab"), ["1 Send → 2 Recv", "2 Unlock → 0 Lock"]);
}

#[test]
fn who_goes_on_from_a_barrier_takes_over_from_who_came_last_and_that_one_from_the_others() {
    fn main() {
        let barrier = Barrier::new(2);
        thread::scope(|scope| {
            for name in ["a", "b"] {
                let barrier = &barrier;
                scope.spawn(move || {
                    print!("{name}");
                    barrier.wait();
                    print!("-");
                });
            }
        });
    }
    let told = between(main, "ab--");
    assert!(
        told == ["1 Arrive → 2 Arrive", "2 Arrive → 1 GoOn"] || told == ["2 Arrive → 1 Arrive", "1 Arrive → 2 GoOn"],
        "{told:?}"
    );
}

#[test]
fn who_finds_a_once_done_takes_over_from_who_did_it() {
    fn main() {
        let once = Once::new();
        thread::scope(|scope| {
            for name in ["a", "b"] {
                let once = &once;
                scope.spawn(move || once.call_once(|| print!("{name}")));
            }
        });
    }
    assert_eq!(between(main, "a"), ["1 EndOnce → 2 CallOnce"]);
    assert_eq!(between(main, "b"), ["2 EndOnce → 1 CallOnce"]);
}

#[test]
fn who_parks_takes_over_from_who_gave_the_token() {
    fn main() {
        let parked = thread::spawn(|| {
            thread::park();
            print!("a");
        });
        parked.thread().unpark();
        parked.join().unwrap();
    }
    assert_eq!(between(main, "a"), ["0 Unpark → 1 Park"]);
}

#[test]
fn who_is_woken_takes_over_from_who_let_go_of_the_lock_and_not_from_who_woke_it() {
    fn main() {
        let (waits, changed) = (Mutex::new(true), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                drop(changed.wait_while(waits.lock().unwrap(), |waits| *waits).unwrap());
                print!("a");
            });
            let mut waits = waits.lock().unwrap();
            *waits = false;
            print!("b");
            drop(waits);
            changed.notify_one();
        });
    }
    let told = between(main, "ba");
    assert!(told.iter().all(|edge| !edge.contains("Notify")), "{told:?}");
    assert!(told.iter().any(|edge| edge.starts_with("0 Unlock → 1 ")), "{told:?}");
}

#[test]
fn a_load_that_acquires_takes_over_from_the_release_that_it_reads_and_a_relaxed_one_from_nobody() {
    fn with(order: model_std::sync::atomic::Ordering) {
        let flag = AtomicI32::new(0);
        thread::scope(|scope| {
            scope.spawn(|| {
                flag.store(1, Release);
                flag.store(2, Release);
            });
            print!("{}", flag.load(order));
        });
    }
    fn acquires() {
        with(Acquire);
    }
    fn relaxed() {
        with(Relaxed);
    }
    assert_eq!(between(acquires, "0"), [""; 0]);
    assert_eq!(between(acquires, "1"), ["1 Store → 0 Load"]);
    assert_eq!(between(relaxed, "1"), [""; 0]);
}

#[test]
fn an_edge_of_a_fence_comes_from_the_fence() {
    use model_std::sync::atomic::fence;
    fn main() {
        let flag = AtomicI32::new(0);
        thread::scope(|scope| {
            scope.spawn(|| {
                fence(Release);
                flag.store(1, Relaxed);
            });
            let found = flag.load(Relaxed);
            fence(Acquire);
            print!("{found}");
        });
    }
    assert_eq!(between(main, "1"), ["1 Fence → 0 Fence"]);
}

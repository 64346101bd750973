//! Every state says who holds what.

use crate::explored::report;
use interleavings::Report;
use model_std::sync::{Condvar, Mutex, Once, RwLock};
use model_std::thread;
use std::collections::BTreeSet;

/// What is held in each state, with how it is held, in the order of the only schedule.
fn held(report: &Report) -> Vec<Vec<(usize, &str, &str)>> {
    let one = |place: &usize| {
        let hold = &report.holds[*place];
        (hold.thread, report.objects[hold.object].kind.as_str(), hold.how.as_str())
    };
    report.states.iter().map(|state| state.holds.iter().map(one).collect()).collect()
}

#[test]
fn a_lock_is_held_from_the_step_that_takes_it_to_the_step_that_lets_go() {
    let report = report(|| {
        let door = Mutex::new(());
        let guard = door.lock().unwrap();
        drop(guard);
        drop(door.try_lock());
    });
    let door = vec![(0, "Mutex", "lock")];
    // Before and after each of the four steps and the end; at the end itself, nothing is said any more.
    assert_eq!(held(&report), [vec![], door.clone(), vec![], door, vec![], vec![]]);
}

#[test]
fn it_is_told_who_reads_and_who_writes() {
    let report = report(|| {
        let menu = RwLock::new(());
        let (one, two) = (menu.read().unwrap(), menu.read().unwrap());
        drop((one, two));
        drop(menu.write().unwrap());
    });
    let (read, write) = (vec![(0, "RwLock", "read")], vec![(0, "RwLock", "write")]);
    // To read twice is still to read.
    assert_eq!(held(&report), [vec![], read.clone(), read.clone(), read, vec![], write, vec![], vec![]]);
}

#[test]
fn who_waits_at_a_condition_does_not_hold_the_lock() {
    let report = report(|| {
        let (slot, condition) = (Mutex::new(()), Condvar::new());
        drop(condition.wait(slot.lock().unwrap()));
    });
    assert_eq!(held(&report), [vec![], vec![(0, "Mutex", "lock")], vec![]]);
}

#[test]
fn the_thread_that_runs_a_once_holds_it_until_it_is_done() {
    let report = report(|| {
        let lamp = Once::new();
        lamp.call_once(|| ());
        lamp.call_once(|| ());
    });
    assert_eq!(held(&report), [vec![], vec![(0, "Once", "call_once")], vec![], vec![], vec![]]);
}

#[test]
fn a_deadlock_says_what_each_thread_holds() {
    let report = report(|| {
        let (ladder, rope) = (Mutex::new(()), Mutex::new(()));
        thread::scope(|scope| {
            scope.spawn(|| drop((ladder.lock(), rope.lock())));
            scope.spawn(|| drop((rope.lock(), ladder.lock())));
        });
    });
    let stuck = report.states.iter().position(|state| state.end == Some(interleavings::EndReport::Deadlock));
    let held: BTreeSet<(usize, usize)> = report.states[stuck.unwrap()]
        .holds
        .iter()
        .map(|&place| (report.holds[place].thread, report.holds[place].object))
        .collect();
    let (first, second) = (held.first().unwrap(), held.last().unwrap());
    assert_eq!((held.len(), first.0, second.0), (2, 1, 2));
    assert_ne!(first.1, second.1);
}

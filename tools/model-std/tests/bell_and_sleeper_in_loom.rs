//! The bell and the sleeper of the book's chapter *Four tools on one bug*, rewritten for loom, and what loom says of them: it
//! finds both, takes the sleeper that's repaired by `SeqCst` accesses for a wrong one, and has nothing against `SeqCst` fences.

use loom::sync::atomic::{AtomicBool, Ordering, fence};
use loom::sync::{Condvar, Mutex};
use loom::thread;
// loom's own asks for a turn when it's dropped; after the panic of a deadlock, that would be a second one.
use std::sync::Arc;

#[derive(Default)]
struct Bed {
    is_up: AtomicBool,
    lock: Mutex<()>,
    bell: Condvar,
}

impl Bed {
    fn wait_for_upload(&self) {
        let mut bed = self.lock.lock().unwrap();
        while !self.is_up.load(Ordering::Acquire) {
            bed = self.bell.wait(bed).unwrap();
        }
    }
}

/// A worker waits for the upload; `announce` sets the flag.
fn upload(announce: fn(&Bed)) {
    loom::model(move || {
        let bed = Arc::new(Bed::default());
        let of_worker = Arc::clone(&bed);
        let worker = thread::spawn(move || of_worker.wait_for_upload());
        announce(&bed);
        bed.bell.notify_one();
        worker.join().unwrap();
    });
}

#[test]
#[should_panic(expected = "deadlock; threads = ")]
fn a_bell_that_is_rung_without_the_lock_may_be_rung_too_early() {
    upload(|bed| bed.is_up.store(true, Ordering::Release));
}

#[test]
fn a_flag_that_is_set_under_the_lock_is_not_missed() {
    upload(|bed| {
        let _bed = bed.lock.lock().unwrap();
        bed.is_up.store(true, Ordering::Release);
    });
}

#[test]
fn a_flag_that_is_in_the_lock_is_not_missed() {
    loom::model(|| {
        let bed = Arc::new((Mutex::new(false), Condvar::new()));
        let of_worker = Arc::clone(&bed);
        let worker = thread::spawn(move || {
            let (is_up, bell) = &*of_worker;
            let mut is_up = is_up.lock().unwrap();
            while !*is_up {
                is_up = bell.wait(is_up).unwrap();
            }
        });
        *bed.0.lock().unwrap() = true;
        bed.1.notify_one();
        worker.join().unwrap();
    });
}

/// A worker and a job, each with a store, whatever stands `between`, and a load.
fn sleeper(store: Ordering, between: fn(), load: Ordering) {
    loom::model(move || {
        let asleep = Arc::new(AtomicBool::new(false));
        let has_job = Arc::new(AtomicBool::new(false));
        let (of_worker, job) = (Arc::clone(&asleep), Arc::clone(&has_job));
        let worker = thread::spawn(move || {
            of_worker.store(true, store);
            between();
            job.load(load)
        });
        has_job.store(true, store);
        between();
        let calls = asleep.load(load);
        let sees = worker.join().unwrap();
        assert!(calls || sees, "worker sleeps, and nobody calls");
    });
}

#[test]
#[should_panic(expected = "worker sleeps, and nobody calls")]
fn release_and_acquire_let_a_sleeper_be_missed() {
    sleeper(Ordering::Release, || {}, Ordering::Acquire);
}

/// It can't be: all four accesses are in one order. The day this fails, loom has learnt it, and the chapter has to say so.
#[test]
#[should_panic(expected = "worker sleeps, and nobody calls")]
fn loom_says_that_sequentially_consistent_accesses_do_too() {
    sleeper(Ordering::SeqCst, || {}, Ordering::SeqCst);
}

#[test]
fn sequentially_consistent_fences_do_not() {
    sleeper(Ordering::Relaxed, || fence(Ordering::SeqCst), Ordering::Relaxed);
}

/// As the chapter has it first: fences between accesses that say `SeqCst` already.
#[test]
fn nor_do_they_between_accesses_that_are() {
    sleeper(Ordering::SeqCst, || fence(Ordering::SeqCst), Ordering::SeqCst);
}

//! The ten bugs of the book's chapter *Which tool finds what* and their twins, rewritten for shuttle as the chapter says, and
//! what shuttle says of them: the column of shuttle in the chapter's table.
//!
//! Each module is named after its listing. What a listing prints is asserted if it's a number of hits or words, and else left
//! out.

use shuttle::scheduler::{PctScheduler, RandomScheduler, Scheduler};
use shuttle::{Config, FailurePersistence, MaxSteps, Runner};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;

/// Of both schedulers, so that what's found today is found tomorrow.
const SEED: u64 = 10;

/// As many schedules of either scheduler have been silent, according to the chapter.
const SILENT: usize = 10_000;

/// And within as many it has found whatever it found.
const FOUND: usize = 35;

/// The depth of PCT, as in the chapter.
const DEPTH: usize = 2;

/// A tenth of the steps that shuttle allows by itself, to save time.
const STEPS: usize = 100_000;

/// Runs a program under a number of schedules, or up to the first of which shuttle has something to say.
fn run(scheduler: impl Scheduler + 'static, program: fn()) -> Result<usize, String> {
    let mut config = Config::new();
    config.max_steps = MaxSteps::FailAfter(STEPS);
    // Else it would print the schedule of whatever it finds, all steps of it.
    config.failure_persistence = FailurePersistence::None;
    // That all atomics are taken for sequentially consistent is part of what's tested.
    config.silence_warnings = true;
    catch_unwind(AssertUnwindSafe(|| Runner::new(scheduler, config).run(program))).map_err(words)
}

/// The words of a panic.
fn words(payload: Box<dyn Any + Send>) -> String {
    match payload.downcast::<String>() {
        Ok(words) => *words,
        Err(payload) => payload.downcast_ref::<&str>().copied().unwrap_or_default().to_owned(),
    }
}

fn by_random(program: fn(), schedules: usize) -> Result<usize, String> {
    run(RandomScheduler::new_from_seed(SEED, schedules), program)
}

fn by_pct(program: fn(), schedules: usize) -> Result<usize, String> {
    run(PctScheduler::new_from_seed(SEED, DEPTH, schedules), program)
}

#[track_caller]
fn assert_said(said: Result<usize, String>, expected: &str) {
    let said = said.expect_err(expected);
    assert!(said.contains(expected), "{said}");
}

/// Both schedulers find it, and soon.
#[track_caller]
fn assert_found(program: fn(), expected: &str) {
    assert_said(by_random(program, FOUND), expected);
    assert_said(by_pct(program, FOUND), expected);
}

#[track_caller]
fn assert_silent(program: fn()) {
    assert_eq!(by_random(program, SILENT), Ok(SILENT));
    assert_eq!(by_pct(program, SILENT), Ok(SILENT));
}

/// Random schedules are silent, and PCT doesn't run it: to shuttle, there's never a choice of whose turn it is.
#[track_caller]
fn assert_silent_or_refused(program: fn()) {
    assert_eq!(by_random(program, SILENT), Ok(SILENT));
    assert_said(by_pct(program, SILENT), "test closure did not exercise any concurrency");
}

mod hits_counted_in_a_bare_cell {
    use shuttle::sync::Arc;
    use shuttle::thread;
    use std::cell::UnsafeCell;

    struct Hits(UnsafeCell<u32>);

    // Unsound, which is the bug. shuttle runs its threads by turns on a single one, so here it's no race.
    unsafe impl Sync for Hits {}

    impl Hits {
        fn add(&self) {
            // SAFETY: shuttle doesn't take the turn away in between.
            unsafe { *self.0.get() += 1 };
        }
    }

    pub fn main() {
        let hits = Arc::new(Hits(UnsafeCell::new(0)));
        let shared = Arc::clone(&hits);

        let search = thread::spawn(move || shared.add());
        hits.add();
        search.join().unwrap();

        // SAFETY: the other thread has been joined.
        assert_eq!(unsafe { *hits.0.get() }, 2);
    }
}

mod hits_loaded_and_stored {
    use shuttle::sync::atomic::{AtomicUsize, Ordering};
    use shuttle::sync::{Arc, Barrier};
    use shuttle::thread;

    fn search() -> usize {
        "the ferry leaves ".repeat(300).matches("ferry").count()
    }

    fn add(hits: &AtomicUsize, start: &Barrier) {
        start.wait();
        let before = hits.load(Ordering::Relaxed);
        hits.store(before + search(), Ordering::Relaxed);
    }

    pub fn main() {
        let shared = Arc::new((AtomicUsize::new(0), Barrier::new(2)));
        let lent = Arc::clone(&shared);

        let other = thread::spawn(move || add(&lent.0, &lent.1));
        add(&shared.0, &shared.1);
        other.join().unwrap();

        assert_eq!(shared.0.load(Ordering::Relaxed), 600);
    }
}

mod hits_added_in_one_step {
    use shuttle::sync::atomic::{AtomicUsize, Ordering};
    use shuttle::sync::{Arc, Barrier};
    use shuttle::thread;

    fn search() -> usize {
        "the ferry leaves ".repeat(300).matches("ferry").count()
    }

    fn add(hits: &AtomicUsize, start: &Barrier) {
        start.wait();
        hits.fetch_add(search(), Ordering::Relaxed);
    }

    pub fn main() {
        let shared = Arc::new((AtomicUsize::new(0), Barrier::new(2)));
        let lent = Arc::clone(&shared);

        let other = thread::spawn(move || add(&lent.0, &lent.1));
        add(&shared.0, &shared.1);
        other.join().unwrap();

        assert_eq!(shared.0.load(Ordering::Relaxed), 600);
    }
}

mod page_archived_while_counted {
    use shuttle::sync::{Arc, Mutex};
    use shuttle::thread;

    pub fn main() {
        let index = Arc::new(Mutex::new(vec!["ferry"]));
        let archive = Arc::new(Mutex::new(Vec::new()));

        let (from, to) = (Arc::clone(&index), Arc::clone(&archive));
        let mover = thread::spawn(move || {
            let mut from = from.lock().unwrap();
            let mut to = to.lock().unwrap();
            to.extend(from.pop());
        });

        let archive = archive.lock().unwrap();
        let index = index.lock().unwrap();
        drop((index, archive));
        mover.join().unwrap();
    }
}

mod page_archived_and_then_counted {
    use shuttle::sync::{Arc, Mutex};
    use shuttle::thread;

    pub fn main() {
        let index = Arc::new(Mutex::new(vec!["ferry"]));
        let archive = Arc::new(Mutex::new(Vec::new()));

        let (from, to) = (Arc::clone(&index), Arc::clone(&archive));
        let mover = thread::spawn(move || {
            let mut from = from.lock().unwrap();
            let mut to = to.lock().unwrap();
            to.extend(from.pop());
        });

        let index = index.lock().unwrap();
        let archive = archive.lock().unwrap();
        drop((index, archive));
        mover.join().unwrap();
    }
}

mod index_announced_to_a_sleeper {
    use shuttle::sync::atomic::{AtomicBool, Ordering};
    use shuttle::sync::{Arc, Condvar, Mutex};
    use shuttle::thread;

    pub fn main() {
        let is_built = Arc::new(AtomicBool::new(false));
        let bed = Arc::new((Mutex::new(()), Condvar::new()));

        let (flag, call) = (Arc::clone(&is_built), Arc::clone(&bed));
        let indexer = thread::spawn(move || {
            flag.store(true, Ordering::SeqCst);
            call.1.notify_one();
        });

        let mut guard = bed.0.lock().unwrap();
        while !is_built.load(Ordering::SeqCst) {
            guard = bed.1.wait(guard).unwrap();
        }
        drop(guard);
        indexer.join().unwrap();
    }
}

mod index_announced_under_the_lock {
    use shuttle::sync::atomic::{AtomicBool, Ordering};
    use shuttle::sync::{Arc, Condvar, Mutex};
    use shuttle::thread;

    pub fn main() {
        let is_built = Arc::new(AtomicBool::new(false));
        let bed = Arc::new((Mutex::new(()), Condvar::new()));

        let (flag, call) = (Arc::clone(&is_built), Arc::clone(&bed));
        let indexer = thread::spawn(move || {
            let _bed = call.0.lock().unwrap();
            flag.store(true, Ordering::SeqCst);
            call.1.notify_one();
        });

        let mut guard = bed.0.lock().unwrap();
        while !is_built.load(Ordering::SeqCst) {
            guard = bed.1.wait(guard).unwrap();
        }
        drop(guard);
        indexer.join().unwrap();
    }
}

mod words_asked_for_by_a_join {
    use shuttle::sync::mpsc;
    use shuttle::thread;

    pub fn main() {
        let (pages, inbox) = mpsc::channel();

        let indexer = thread::spawn(move || {
            let mut words = 0;
            while let Ok(page) = inbox.recv() {
                words += str::split_whitespace(page).count();
            }
            words
        });

        pages.send("the ferry leaves").unwrap();
        assert_eq!(indexer.join().unwrap(), 3);
        drop(pages);
    }
}

mod words_asked_for_after_the_last_page {
    use shuttle::sync::mpsc;
    use shuttle::thread;

    pub fn main() {
        let (pages, inbox) = mpsc::channel();

        let indexer = thread::spawn(move || {
            let mut words = 0;
            while let Ok(page) = inbox.recv() {
                words += str::split_whitespace(page).count();
            }
            words
        });

        pages.send("the ferry leaves").unwrap();
        drop(pages);
        assert_eq!(indexer.join().unwrap(), 3);
    }
}

mod size_stored_and_announced {
    use shuttle::sync::Arc;
    use shuttle::sync::atomic::{AtomicBool, AtomicU32, Ordering};
    use shuttle::thread;

    pub fn main() {
        let words = Arc::new(AtomicU32::new(0));
        let is_built = Arc::new(AtomicBool::new(false));

        let (size, flag) = (Arc::clone(&words), Arc::clone(&is_built));
        let indexer = thread::spawn(move || {
            size.store(40, Ordering::Relaxed);
            flag.store(true, Ordering::Relaxed);
        });

        if is_built.load(Ordering::Relaxed) {
            assert_eq!(words.load(Ordering::Relaxed), 40);
        }
        indexer.join().unwrap();
    }
}

mod size_stored_and_released {
    use shuttle::sync::Arc;
    use shuttle::sync::atomic::{AtomicBool, AtomicU32, Ordering};
    use shuttle::thread;

    pub fn main() {
        let words = Arc::new(AtomicU32::new(0));
        let is_built = Arc::new(AtomicBool::new(false));

        let (size, flag) = (Arc::clone(&words), Arc::clone(&is_built));
        let indexer = thread::spawn(move || {
            size.store(40, Ordering::Relaxed);
            flag.store(true, Ordering::Release);
        });

        if is_built.load(Ordering::Acquire) {
            assert_eq!(words.load(Ordering::Relaxed), 40);
        }
        indexer.join().unwrap();
    }
}

/// The memory itself is given back only when the search is over. Were it read before, that would be undefined behaviour in this
/// test too.
mod index_replaced_and_freed {
    use shuttle::sync::Arc;
    use shuttle::sync::atomic::{AtomicPtr, Ordering};
    use shuttle::thread;
    use std::cell::Cell;
    use std::sync::atomic::AtomicBool;

    /// What stands in an index that has been freed, as it may when its memory has been given to somebody else.
    const FREED: u32 = u32::MAX;

    /// Whether a search has read an index after it was freed, under one of the orders at least.
    pub static READ_AFTER_FREE: AtomicBool = AtomicBool::new(false);

    pub fn main() {
        let index = Box::into_raw(Box::new(Cell::new(40)));
        let index = Arc::new(AtomicPtr::new(index));

        let shared = Arc::clone(&index);
        let search = thread::spawn(move || {
            // SAFETY: each of the two is there until this thread has been joined, and shuttle's threads take turns.
            let found = unsafe { &*shared.load(Ordering::Acquire) };
            found.get()
        });

        let next = Box::into_raw(Box::new(Cell::new(41)));
        let old = index.swap(next, Ordering::AcqRel);
        // SAFETY: it's there until the join, and shuttle's threads take turns.
        let free = unsafe { &*old };
        free.set(FREED);
        let words = search.join().unwrap();
        READ_AFTER_FREE.fetch_or(words == FREED, Ordering::Relaxed);

        // SAFETY: the search is over, and nothing else knows the two.
        drop(unsafe { (Box::from_raw(old), Box::from_raw(next)) });
    }
}

mod index_replaced_and_forgotten {
    use shuttle::sync::Arc;
    use shuttle::sync::atomic::{AtomicPtr, Ordering};
    use shuttle::thread;

    pub fn main() {
        let index = Box::into_raw(Box::new(40));
        let index = Arc::new(AtomicPtr::new(index));

        let shared = Arc::clone(&index);
        let search = thread::spawn(move || {
            let found = shared.load(Ordering::Acquire);
            // SAFETY: an index is filled before it's stored, and not freed before the join.
            unsafe { *found }
        });

        let next = Box::into_raw(Box::new(41));
        index.swap(next, Ordering::AcqRel);
        search.join().unwrap();

        // SAFETY: the search is over, and nothing else knows the new one.
        drop(unsafe { Box::from_raw(next) });
    }
}

mod index_replaced_and_kept {
    use shuttle::sync::Arc;
    use shuttle::sync::atomic::{AtomicPtr, Ordering};
    use shuttle::thread;

    pub fn main() {
        let index = Box::into_raw(Box::new(40));
        let index = Arc::new(AtomicPtr::new(index));

        let shared = Arc::clone(&index);
        let search = thread::spawn(move || {
            let found = shared.load(Ordering::Acquire);
            // SAFETY: an index is filled before it's stored, and not freed before the join.
            unsafe { *found }
        });

        let next = Box::into_raw(Box::new(41));
        let old = index.swap(next, Ordering::AcqRel);
        search.join().unwrap();
        // SAFETY: the only search has been joined, so nobody else has the old one.
        drop(unsafe { Box::from_raw(old) });

        // SAFETY: the search is over, and nothing else knows the new one.
        drop(unsafe { Box::from_raw(next) });
    }
}

mod two_writers_who_look_first {
    use shuttle::sync::Arc;
    use shuttle::sync::atomic::{AtomicBool, Ordering};
    use shuttle::{hint, thread};

    fn write(mine: &AtomicBool, theirs: &AtomicBool) {
        mine.store(true, Ordering::SeqCst);
        while theirs.load(Ordering::SeqCst) {
            hint::spin_loop();
        }
        // Here it writes to the index.
        mine.store(false, Ordering::SeqCst);
    }

    pub fn main() {
        let flags = Arc::new([AtomicBool::new(false), AtomicBool::new(false)]);
        let shared = Arc::clone(&flags);

        let other = thread::spawn(move || write(&shared[0], &shared[1]));
        write(&flags[1], &flags[0]);
        other.join().unwrap();
    }
}

mod two_writers_and_one_flag {
    use shuttle::sync::Arc;
    use shuttle::sync::atomic::{AtomicBool, Ordering};
    use shuttle::{hint, thread};

    fn write(taken: &AtomicBool) {
        while taken.compare_exchange(false, true, Ordering::SeqCst, Ordering::SeqCst).is_err() {
            hint::spin_loop();
        }
        // Here it writes to the index.
        taken.store(false, Ordering::SeqCst);
    }

    pub fn main() {
        let flag = Arc::new(AtomicBool::new(false));
        let shared = Arc::clone(&flag);

        let other = thread::spawn(move || write(&shared));
        write(&flag);
        other.join().unwrap();
    }
}

mod sizes_added_by_an_indexer {
    use shuttle::sync::{Arc, Mutex};
    use shuttle::thread;

    pub fn main() {
        let words = Arc::new(Mutex::new(0));
        let total = Arc::clone(&words);

        let indexer = thread::spawn(move || {
            for size in ["40", "n/a", "2"] {
                let size: u32 = size.parse().unwrap();
                *total.lock().unwrap() += size;
            }
        });

        let _ = indexer.join();
        assert_eq!(*words.lock().unwrap(), 42);
    }
}

mod sizes_added_by_a_careful_indexer {
    use shuttle::sync::{Arc, Mutex};
    use shuttle::thread;

    pub fn main() {
        let words = Arc::new(Mutex::new(0));
        let total = Arc::clone(&words);

        let indexer = thread::spawn(move || {
            for size in ["40", "n/a", "2"] {
                if let Ok(size) = size.parse::<u32>() {
                    *total.lock().unwrap() += size;
                }
            }
        });

        indexer.join().unwrap();
        assert_eq!(*words.lock().unwrap(), 42);
    }
}

#[test]
fn a_data_race_is_not_noticed() {
    assert_silent_or_refused(hits_counted_in_a_bare_cell::main);
}

#[test]
fn a_lost_update_fails_the_assertion() {
    assert_found(hits_loaded_and_stored::main, "left: 300\n right: 600");
}

/// The twin of the data race as well.
#[test]
fn an_update_in_one_step_is_not_lost() {
    assert_silent(hits_added_in_one_step::main);
}

#[test]
fn two_locks_in_two_orders_are_reported() {
    assert_found(page_archived_while_counted::main, "deadlock! blocked tasks: ");
}

#[test]
fn two_locks_in_one_order_are_not() {
    assert_silent(page_archived_and_then_counted::main);
}

#[test]
fn a_lost_wakeup_is_reported() {
    assert_found(index_announced_to_a_sleeper::main, "deadlock! blocked tasks: ");
}

#[test]
fn a_call_under_the_lock_is_not_lost() {
    assert_silent(index_announced_under_the_lock::main);
}

#[test]
fn a_channel_that_never_closes_is_reported() {
    assert_found(words_asked_for_by_a_join::main, "deadlock! blocked tasks: ");
}

#[test]
fn a_channel_that_does_close_is_not() {
    assert_silent(words_asked_for_after_the_last_page::main);
}

#[test]
fn an_old_value_is_not_met() {
    assert_silent(size_stored_and_announced::main);
}

#[test]
fn nor_is_it_behind_a_flag_that_is_released_and_acquired() {
    assert_silent(size_stored_and_released::main);
}

/// shuttle takes the turn away in front of an atomic's access and not behind it. So whatever the search has found, it reads at
/// once.
#[test]
fn a_use_after_free_is_not_met() {
    assert_silent(index_replaced_and_freed::main);
    assert!(!index_replaced_and_freed::READ_AFTER_FREE.load(Ordering::Relaxed));
}

#[test]
fn a_leak_is_not_noticed() {
    assert_silent(index_replaced_and_forgotten::main);
}

/// The twin of the use after free as well.
#[test]
fn an_index_that_is_freed_after_the_search_is_neither_used_nor_leaked() {
    assert_silent(index_replaced_and_kept::main);
}

#[test]
fn two_who_spin_exceed_a_limit() {
    assert_eq!(Config::new().max_steps, MaxSteps::FailAfter(10 * STEPS));
    assert_found(two_writers_who_look_first::main, "exceeded max_steps bound 100000");
}

#[test]
fn two_with_one_flag_do_not() {
    assert_silent(two_writers_and_one_flag::main);
}

#[test]
fn a_panic_is_reported_though_nobody_hears_of_it() {
    assert_found(sizes_added_by_an_indexer::main, "InvalidDigit");
}

#[test]
fn an_indexer_that_does_not_panic_is_not() {
    assert_silent_or_refused(sizes_added_by_a_careful_indexer::main);
}

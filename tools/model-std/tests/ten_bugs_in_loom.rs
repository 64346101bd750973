//! The ten bugs of the book's chapter *Which tool finds what* and their twins, rewritten for loom as the chapter says, and what
//! loom says of them: the column of loom in the chapter's table.
//!
//! Each module is named after its listing. What a listing prints is asserted if it's a number of hits or words, and else left
//! out. Where a program may stand still, its `Arc` is std's: loom's own asks for a turn when it's dropped, and after the panic of
//! a deadlock, that would be a second one.

use std::sync::atomic::Ordering;

mod hits_counted_in_a_bare_cell {
    use loom::cell::UnsafeCell;
    use loom::sync::Arc;
    use loom::thread;

    struct Hits(UnsafeCell<u32>);

    // Unsound, which is the bug. loom runs its threads by turns on a single one, so here it's no race.
    unsafe impl Sync for Hits {}

    impl Hits {
        fn add(&self) {
            // SAFETY: loom panics before the second of two accesses that nothing orders.
            self.0.with_mut(|hits| unsafe { *hits += 1 });
        }
    }

    pub fn main() {
        let hits = Arc::new(Hits(UnsafeCell::new(0)));
        let shared = Arc::clone(&hits);

        let search = thread::spawn(move || shared.add());
        hits.add();
        search.join().unwrap();

        // SAFETY: the other thread has been joined.
        assert_eq!(hits.0.with(|hits| unsafe { *hits }), 2);
    }
}

mod hits_loaded_and_stored {
    use loom::sync::Arc;
    use loom::sync::atomic::{AtomicUsize, Ordering};
    use loom::thread;

    fn search() -> usize {
        "the ferry leaves ".repeat(300).matches("ferry").count()
    }

    fn add(hits: &AtomicUsize) {
        let before = hits.load(Ordering::Relaxed);
        hits.store(before + search(), Ordering::Relaxed);
    }

    pub fn main() {
        let shared = Arc::new(AtomicUsize::new(0));
        let lent = Arc::clone(&shared);

        let other = thread::spawn(move || add(&lent));
        add(&shared);
        other.join().unwrap();

        assert_eq!(shared.load(Ordering::Relaxed), 600);
    }
}

mod hits_added_in_one_step {
    use loom::sync::Arc;
    use loom::sync::atomic::{AtomicUsize, Ordering};
    use loom::thread;

    fn search() -> usize {
        "the ferry leaves ".repeat(300).matches("ferry").count()
    }

    fn add(hits: &AtomicUsize) {
        hits.fetch_add(search(), Ordering::Relaxed);
    }

    pub fn main() {
        let shared = Arc::new(AtomicUsize::new(0));
        let lent = Arc::clone(&shared);

        let other = thread::spawn(move || add(&lent));
        add(&shared);
        other.join().unwrap();

        assert_eq!(shared.load(Ordering::Relaxed), 600);
    }
}

mod page_archived_while_counted {
    use loom::sync::Mutex;
    use loom::thread;
    use std::sync::Arc;

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
    use loom::sync::Mutex;
    use loom::thread;
    use std::sync::Arc;

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
    use loom::sync::atomic::{AtomicBool, Ordering};
    use loom::sync::{Condvar, Mutex};
    use loom::thread;
    use std::sync::Arc;

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
    use loom::sync::atomic::{AtomicBool, Ordering};
    use loom::sync::{Condvar, Mutex};
    use loom::thread;
    use std::sync::Arc;

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
    use loom::sync::mpsc;
    use loom::thread;

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
    use loom::sync::mpsc;
    use loom::thread;

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
    use loom::sync::Arc;
    use loom::sync::atomic::{AtomicBool, AtomicU32, Ordering};
    use loom::thread;

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
    use loom::sync::Arc;
    use loom::sync::atomic::{AtomicBool, AtomicU32, Ordering};
    use loom::thread;

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

/// The memory itself is given back only when the search is over. The search may read it before, and that would be undefined
/// behaviour in this test too.
mod index_replaced_and_freed {
    use loom::cell::UnsafeCell;
    use loom::sync::Arc;
    use loom::sync::atomic::{AtomicPtr, Ordering};
    use loom::thread;
    use std::cell::Cell;
    use std::sync::atomic::AtomicBool;

    /// With loom's cell in the box, and a mark where it's freed.
    pub fn marked() {
        let index = Box::into_raw(Box::new(UnsafeCell::new(40)));
        let index = Arc::new(AtomicPtr::new(index));

        let shared = Arc::clone(&index);
        let search = thread::spawn(move || {
            // SAFETY: each of the two is there until this thread has been joined.
            let found = unsafe { &*shared.load(Ordering::Acquire) };
            // SAFETY: nothing is written to the number.
            found.with(|words| unsafe { *words })
        });

        let next = Box::into_raw(Box::new(UnsafeCell::new(41)));
        let old = index.swap(next, Ordering::AcqRel);
        // SAFETY: it's there until the join.
        let mark = unsafe { &*old };
        mark.with_mut(|_| ());
        search.join().unwrap();

        // SAFETY: the search is over, and nothing else knows the two.
        drop(unsafe { (Box::from_raw(old), Box::from_raw(next)) });
    }

    /// What stands in an index that has been freed, as it may when its memory has been given to somebody else.
    const FREED: u32 = u32::MAX;

    /// Whether a search has read an index after it was freed, under one of the orders at least.
    pub static READ_AFTER_FREE: AtomicBool = AtomicBool::new(false);

    /// With nothing of loom's in the box.
    pub fn unmarked() {
        let index = Box::into_raw(Box::new(Cell::new(40)));
        let index = Arc::new(AtomicPtr::new(index));

        let shared = Arc::clone(&index);
        let search = thread::spawn(move || {
            // SAFETY: each of the two is there until this thread has been joined, and loom's threads take turns.
            let found = unsafe { &*shared.load(Ordering::Acquire) };
            found.get()
        });

        let next = Box::into_raw(Box::new(Cell::new(41)));
        let old = index.swap(next, Ordering::AcqRel);
        // SAFETY: it's there until the join, and loom's threads take turns.
        let free = unsafe { &*old };
        free.set(FREED);
        let words = search.join().unwrap();
        READ_AFTER_FREE.fetch_or(words == FREED, Ordering::Relaxed);

        // SAFETY: the search is over, and nothing else knows the two.
        drop(unsafe { (Box::from_raw(old), Box::from_raw(next)) });
    }
}

mod index_replaced_and_forgotten {
    use loom::alloc::Track;
    use loom::sync::Arc;
    use loom::sync::atomic::{AtomicPtr, Ordering};
    use loom::thread;

    /// With what's in the box tracked by loom.
    pub fn tracked() {
        let index = Box::into_raw(Box::new(Track::new(40)));
        let index = Arc::new(AtomicPtr::new(index));

        let shared = Arc::clone(&index);
        let search = thread::spawn(move || {
            // SAFETY: an index is filled before it's stored, and not freed before the join.
            let found = unsafe { &*shared.load(Ordering::Acquire) };
            *found.get_ref()
        });

        let next = Box::into_raw(Box::new(Track::new(41)));
        index.swap(next, Ordering::AcqRel);
        search.join().unwrap();

        // SAFETY: the search is over, and nothing else knows the new one.
        drop(unsafe { Box::from_raw(next) });
    }

    /// With nothing of loom's in the box.
    pub fn untracked() {
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

/// Tracked, and with a mark at each freeing: the twin of two.
mod index_replaced_and_kept {
    use loom::alloc::Track;
    use loom::cell::UnsafeCell;
    use loom::sync::Arc;
    use loom::sync::atomic::{AtomicPtr, Ordering};
    use loom::thread;

    type Index = Track<UnsafeCell<u32>>;

    fn build(words: u32) -> *mut Index {
        Box::into_raw(Box::new(Track::new(UnsafeCell::new(words))))
    }

    /// # Safety
    ///
    /// Nobody uses it afterwards.
    unsafe fn free(index: *mut Index) {
        // SAFETY: it has been built, and nobody else has freed it.
        let index = unsafe { Box::from_raw(index) };
        index.get_ref().with_mut(|_| ());
    }

    pub fn main() {
        let index = Arc::new(AtomicPtr::new(build(40)));

        let shared = Arc::clone(&index);
        let search = thread::spawn(move || {
            // SAFETY: an index is filled before it's stored, and not freed before the join.
            let found = unsafe { &*shared.load(Ordering::Acquire) };
            // SAFETY: nothing is written to the number.
            found.get_ref().with(|words| unsafe { *words })
        });

        let next = build(41);
        let old = index.swap(next, Ordering::AcqRel);
        search.join().unwrap();
        // SAFETY: the only search has been joined, so nobody else has the old one.
        unsafe { free(old) };

        // SAFETY: the search is over, and nothing else knows the new one.
        unsafe { free(next) };
    }
}

mod two_writers_who_look_first {
    use loom::sync::Arc;
    use loom::sync::atomic::{AtomicBool, Ordering};
    use loom::{hint, thread};

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
    use loom::sync::Arc;
    use loom::sync::atomic::{AtomicBool, Ordering};
    use loom::{hint, thread};

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
    use loom::sync::{Arc, Mutex};
    use loom::thread;

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
    use loom::sync::{Arc, Mutex};
    use loom::thread;

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
#[should_panic(expected = "Causality violation: Concurrent write accesses to `UnsafeCell`")]
fn a_data_race_is_reported() {
    loom::model(hits_counted_in_a_bare_cell::main);
}

#[test]
#[should_panic(expected = "left: 300\n right: 600")]
fn a_lost_update_fails_the_assertion() {
    loom::model(hits_loaded_and_stored::main);
}

/// The twin of the data race as well.
#[test]
fn an_update_in_one_step_is_not_lost() {
    loom::model(hits_added_in_one_step::main);
}

#[test]
#[should_panic(expected = "deadlock; threads = ")]
fn two_locks_in_two_orders_are_reported() {
    loom::model(page_archived_while_counted::main);
}

#[test]
fn two_locks_in_one_order_are_not() {
    loom::model(page_archived_and_then_counted::main);
}

#[test]
#[should_panic(expected = "deadlock; threads = ")]
fn a_lost_wakeup_is_reported() {
    loom::model(index_announced_to_a_sleeper::main);
}

#[test]
fn a_call_under_the_lock_is_not_lost() {
    loom::model(index_announced_under_the_lock::main);
}

#[test]
#[should_panic(expected = "deadlock; threads = ")]
fn a_channel_that_never_closes_is_reported() {
    loom::model(words_asked_for_by_a_join::main);
}

/// A false alarm. The day this fails, loom has learnt it, and the chapter has to say so.
#[test]
#[should_panic(expected = "deadlock; threads = ")]
fn so_is_a_channel_that_does_close() {
    loom::model(words_asked_for_after_the_last_page::main);
}

#[test]
#[should_panic(expected = "left: 0\n right: 40")]
fn an_old_value_fails_the_assertion() {
    loom::model(size_stored_and_announced::main);
}

#[test]
fn behind_a_flag_that_is_released_and_acquired_no_value_is_old() {
    loom::model(size_stored_and_released::main);
}

#[test]
#[should_panic(expected = "Causality violation: Concurrent read and write accesses")]
fn a_use_after_free_is_reported_if_the_freeing_is_marked() {
    loom::model(index_replaced_and_freed::marked);
}

#[test]
fn a_use_after_free_without_a_mark_is_not_noticed() {
    loom::model(index_replaced_and_freed::unmarked);
    let read = index_replaced_and_freed::READ_AFTER_FREE.load(Ordering::Relaxed);
    assert!(read, "it hasn't happened, so there was nothing to notice");
}

#[test]
#[should_panic(expected = "Allocation leaked")]
fn a_leak_is_reported_if_it_is_tracked() {
    loom::model(index_replaced_and_forgotten::tracked);
}

#[test]
fn a_leak_that_is_not_tracked_is_not_noticed() {
    loom::model(index_replaced_and_forgotten::untracked);
}

/// The twin of the use after free as well.
#[test]
fn an_index_that_is_freed_after_the_search_is_neither_used_nor_leaked() {
    loom::model(index_replaced_and_kept::main);
}

#[test]
#[should_panic(expected = "Model exceeded maximum number of branches")]
fn two_who_spin_exceed_a_limit() {
    loom::model(two_writers_who_look_first::main);
}

#[test]
fn two_with_one_flag_do_not() {
    loom::model(two_writers_and_one_flag::main);
}

#[test]
#[should_panic(expected = "InvalidDigit")]
fn a_panic_is_reported_though_nobody_hears_of_it() {
    loom::model(sizes_added_by_an_indexer::main);
}

#[test]
fn an_indexer_that_does_not_panic_is_not() {
    loom::model(sizes_added_by_a_careful_indexer::main);
}

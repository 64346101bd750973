//! What a program has in other places than its heap and its stacks is as it was, when a search comes back to a state
//! that it has kept. Each program has this many runs that most of them begin at such a state; the first few begin at
//! the beginning.

use crate::explored::{graph, prints};
use interleavings::Merging;
use model_std::sync::Mutex;
use model_std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use model_std::{print, thread};
use std::cell::Cell;

/// What it can print, which a search that keeps nothing has found as well.
#[track_caller]
fn number_of_texts(main: fn()) -> usize {
    let runs = graph(main, Merging::States).runs;
    assert!(runs > 40, "{runs} runs are too few for states to be come back to");
    prints(main).len()
}

#[test]
fn an_atomic_in_a_static() {
    fn main() {
        static SUM: AtomicU32 = AtomicU32::new(1);
        SUM.store(1, SeqCst);
        thread::scope(|scope| {
            for by in [2, 3, 5] {
                scope.spawn(move || {
                    let seen = SUM.load(SeqCst);
                    SUM.store(10 * seen + by, SeqCst);
                });
            }
        });
        print!("{}", SUM.load(SeqCst));
    }
    // The one that stores last, after none, one or two of the others.
    assert_eq!(number_of_texts(main), 3 + 3 * 2 + 3 * 2);
}

#[test]
fn what_a_lock_in_a_static_protects() {
    fn main() {
        static WORDS: Mutex<Vec<u32>> = Mutex::new(Vec::new());
        WORDS.lock().unwrap().push(0);
        thread::scope(|scope| {
            for word in [1, 2, 3] {
                scope.spawn(move || {
                    let last = *WORDS.lock().unwrap().last().unwrap();
                    WORDS.lock().unwrap().push(10 * last + word);
                });
            }
        });
        print!("{}", WORDS.lock().unwrap().len());
    }
    assert_eq!(number_of_texts(main), 1);
}

#[test]
fn a_lock_in_a_static_that_is_used_late() {
    fn main() {
        static FIRST: AtomicU32 = AtomicU32::new(0);
        static LATE: Mutex<u32> = Mutex::new(7);
        thread::scope(|scope| {
            for by in [1, 2, 3] {
                scope.spawn(move || {
                    let place = FIRST.fetch_add(by, SeqCst);
                    *LATE.lock().unwrap() += 10 * place;
                });
            }
        });
        print!("{}", LATE.lock().unwrap());
    }
    // Ten times 0 + a + (a + b), in each order of the three.
    assert_eq!(number_of_texts(main), 4);
}

#[test]
fn a_thread_local() {
    model_std::thread_local! { static OWN: Cell<u32> = const { Cell::new(0) }; }
    fn main() {
        static SUM: AtomicU32 = AtomicU32::new(0);
        thread::scope(|scope| {
            for by in [1, 2, 3] {
                scope.spawn(move || {
                    OWN.set(SUM.fetch_add(by, SeqCst));
                    SUM.fetch_add(10 * OWN.get(), SeqCst);
                    OWN.set(OWN.get() + 1);
                    print!("{} ", OWN.get());
                });
            }
        });
    }
    assert!(number_of_texts(main) > 6);
}

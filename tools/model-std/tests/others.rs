//! Other explorers find what ours does: loom, which searches by partial orders, and shuttle, which runs every order.
//!
//! Each program is written once and compiled against all three. It ends with a text, and the set of these texts must be
//! the same. Programs keep to what all three model alike. loom takes a sequentially consistent access for a weaker one,
//! and so would find more in programs where two threads write one atomic each and then read the other's.

use interleavings::{Behaviour, Budget, End, Merging, explore};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};

/// What a program can come to: its texts, and whether it can deadlock.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    texts: BTreeSet<String>,
    deadlock: bool,
}

fn by_ours(main: fn()) -> Found {
    let budget = Budget { states: 300_000, rare: 300_000, steps: 1000 };
    let graph =
        explore(&|| model_std::program(main), budget, Merging::Traces).unwrap_or_else(|why| panic!("{}", why.0));
    let outcomes = Behaviour::of(&graph).outcomes;
    assert!(outcomes.iter().all(|outcome| matches!(outcome.end, End::Returned | End::Deadlock)), "{outcomes:?}");
    Found {
        texts: outcomes.iter().filter(|one| one.end == End::Returned).map(|one| one.printed.clone()).collect(),
        deadlock: outcomes.iter().any(|outcome| outcome.end == End::Deadlock),
    }
}

/// Runs a search that another explorer begins, and which ends by a panic at the first deadlock.
fn collect(search: impl FnOnce(Arc<Mutex<BTreeSet<String>>>)) -> Found {
    let texts = Arc::new(Mutex::new(BTreeSet::new()));
    let panicked = catch_unwind(AssertUnwindSafe(|| search(Arc::clone(&texts)))).err();
    let words = panicked.map(|payload| payload.downcast_ref::<String>().cloned().unwrap_or_default());
    assert!(words.iter().all(|words| words.contains("deadlock")), "{words:?}");
    let texts = texts.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone();
    Found { texts, deadlock: words.is_some() }
}

fn by_loom(run: fn() -> String) -> Found {
    let mut builder = loom::model::Builder::new();
    builder.max_branches = 10_000;
    collect(|texts| {
        builder.check(move || {
            let text = run();
            texts.lock().unwrap().insert(text);
        });
    })
}

fn by_shuttle(run: fn() -> String) -> Found {
    collect(|texts| {
        shuttle::check_dfs(
            move || {
                let text = run();
                texts.lock().unwrap().insert(text);
            },
            None,
        );
    })
}

/// Compares what is found. A search that ends at its first deadlock has not seen all texts.
#[track_caller]
fn compare(ours: &Found, theirs: &Found) {
    assert_eq!(ours.deadlock, theirs.deadlock, "{ours:?}\n{theirs:?}");
    if !ours.deadlock {
        assert_eq!(ours.texts, theirs.texts);
    }
}

/// A program, compiled against one explorer.
macro_rules! against {
    ($explorer:ident as $name:ident, $body:block) => {
        mod $name {
            #[allow(unused_imports)]
            use $explorer::sync::atomic::{self, Ordering::SeqCst};
            #[allow(unused_imports)]
            use $explorer::sync::{Arc, Condvar, Mutex, RwLock, mpsc};
            use $explorer::thread;
            pub fn run() -> String $body
        }
    };
}

macro_rules! found_by_shuttle_too {
    ($($name:ident $body:block)*) => {$(
        mod $name {
            against!(model_std as ours, $body);
            against!(shuttle as of_shuttle, $body);

            #[test]
            fn by_shuttle() {
                let main = || model_std::print!("{}", ours::run());
                super::compare(&super::by_ours(main), &super::by_shuttle(of_shuttle::run));
            }
        }
    )*};
}

macro_rules! found_by_loom_too {
    ($($name:ident $body:block)*) => {
        found_by_shuttle_too! { $($name $body)* }

        mod by_loom {$(
            #[test]
            fn $name() {
                against!(model_std as ours, $body);
                against!(loom as of_loom, $body);
                let main = || model_std::print!("{}", ours::run());
                super::compare(&super::by_ours(main), &super::by_loom(of_loom::run));
            }
        )*}
    };
}

found_by_loom_too! {
    an_update_that_is_lost {
        let count = Arc::new(atomic::AtomicU32::new(0));
        let other = Arc::clone(&count);
        let adds = thread::spawn(move || {
            let seen = other.load(SeqCst);
            other.store(seen + 1, SeqCst);
        });
        let seen = count.load(SeqCst);
        count.store(seen + 1, SeqCst);
        adds.join().unwrap();
        format!("{}", count.load(SeqCst))
    }
    an_update_that_is_not {
        let count = Arc::new(atomic::AtomicU32::new(0));
        let other = Arc::clone(&count);
        let adds = thread::spawn(move || other.fetch_add(1, SeqCst));
        let own = count.fetch_add(1, SeqCst);
        format!("{own} {}", adds.join().unwrap())
    }
    an_exchange_that_one_thread_wins {
        let winner = Arc::new(atomic::AtomicU32::new(0));
        let other = Arc::clone(&winner);
        let tries = thread::spawn(move || other.compare_exchange(0, 1, SeqCst, SeqCst));
        let own = winner.compare_exchange(0, 2, SeqCst, SeqCst);
        format!("{own:?} {:?}", tries.join().unwrap())
    }
    a_sum_and_a_product_under_a_lock {
        let number = Arc::new(Mutex::new(2));
        let adds = thread::spawn({
            let number = Arc::clone(&number);
            move || *number.lock().unwrap() += 3
        });
        let multiplies = thread::spawn({
            let number = Arc::clone(&number);
            move || *number.lock().unwrap() *= 5
        });
        adds.join().unwrap();
        multiplies.join().unwrap();
        let end = *number.lock().unwrap();
        format!("{end}")
    }
    a_lock_that_is_let_go_between_looking_and_changing {
        let number = Arc::new(Mutex::new(0));
        let other = Arc::clone(&number);
        let adds = thread::spawn(move || {
            let seen = *other.lock().unwrap();
            *other.lock().unwrap() = seen + 1;
        });
        let seen = *number.lock().unwrap();
        *number.lock().unwrap() = seen + 1;
        adds.join().unwrap();
        let end = *number.lock().unwrap();
        format!("{end}")
    }
    readers_and_a_writer {
        let menu = Arc::new(RwLock::new(1));
        let reads = thread::spawn({
            let menu = Arc::clone(&menu);
            move || *menu.read().unwrap()
        });
        let writes = thread::spawn({
            let menu = Arc::clone(&menu);
            move || *menu.write().unwrap() += 1
        });
        let own = *menu.read().unwrap();
        let read = reads.join().unwrap();
        writes.join().unwrap();
        format!("{own} {read}")
    }
    a_condition_under_a_lock {
        let pair = Arc::new((Mutex::new(0), Condvar::new()));
        let other = Arc::clone(&pair);
        let waits = thread::spawn(move || {
            let mut ready = other.0.lock().unwrap();
            let mut rounds = 0;
            while *ready == 0 {
                ready = other.1.wait(ready).unwrap();
                rounds += 1;
            }
            rounds
        });
        *pair.0.lock().unwrap() = 1;
        pair.1.notify_one();
        format!("{}", waits.join().unwrap())
    }
    all_who_wait_are_woken {
        let pair = Arc::new((Mutex::new(false), Condvar::new()));
        let wait = |pair: Arc<(Mutex<bool>, Condvar)>| {
            move || {
                let mut open = pair.0.lock().unwrap();
                while !*open {
                    open = pair.1.wait(open).unwrap();
                }
            }
        };
        let one = thread::spawn(wait(Arc::clone(&pair)));
        let two = thread::spawn(wait(Arc::clone(&pair)));
        *pair.0.lock().unwrap() = true;
        pair.1.notify_all();
        one.join().unwrap();
        two.join().unwrap();
        String::from("open")
    }
    two_producers {
        let (sender, receiver) = mpsc::channel();
        let other = sender.clone();
        let a = thread::spawn(move || sender.send("a").unwrap());
        let b = thread::spawn(move || other.send("b").unwrap());
        let (first, second) = (receiver.recv().unwrap(), receiver.recv().unwrap());
        a.join().unwrap();
        b.join().unwrap();
        format!("{first}{second}")
    }
    a_message_and_a_flag {
        let sent = Arc::new(atomic::AtomicBool::new(false));
        let other = Arc::clone(&sent);
        let (sender, receiver) = mpsc::channel();
        let sends = thread::spawn(move || {
            sender.send(1).unwrap();
            other.store(true, SeqCst);
        });
        let before = sent.load(SeqCst);
        let message = receiver.recv().unwrap();
        let after = sent.load(SeqCst);
        sends.join().unwrap();
        format!("{before} {message} {after}")
    }
}

// A deadlock in loom aborts the process where someone holds a lock or an `Arc`. And loom does not find that `try_lock`
// fails, where the other thread does nothing else under its lock.
found_by_shuttle_too! {
    a_lock_that_is_tried {
        let order = Arc::new(Mutex::new(String::new()));
        let other = Arc::clone(&order);
        let tries = thread::spawn(move || match other.try_lock() {
            Ok(mut order) => {
                order.push('t');
                true
            }
            Err(_) => false,
        });
        order.lock().unwrap().push('m');
        let got = tries.join().unwrap();
        let end = order.lock().unwrap().clone();
        format!("{end} {got}")
    }
    two_locks_in_two_orders {
        let (a, b) = (Arc::new(Mutex::new(1)), Arc::new(Mutex::new(2)));
        let other = (Arc::clone(&a), Arc::clone(&b));
        let adds = thread::spawn(move || {
            let a = other.0.lock().unwrap();
            let b = other.1.lock().unwrap();
            *a + *b
        });
        let sum = {
            let b = b.lock().unwrap();
            let a = a.lock().unwrap();
            *a + *b
        };
        format!("{sum} {}", adds.join().unwrap())
    }
    a_notification_that_is_lost {
        let pair = Arc::new((Mutex::new(()), Condvar::new()));
        let other = Arc::clone(&pair);
        let waits = thread::spawn(move || drop(other.1.wait(other.0.lock().unwrap()).unwrap()));
        pair.1.notify_one();
        waits.join().unwrap();
        String::from("woken")
    }
    a_receiver_that_waits_for_a_message_too_many {
        let (sender, receiver) = mpsc::channel();
        let kept = sender.clone();
        let sends = thread::spawn(move || sender.send(1).unwrap());
        let both = (receiver.recv().unwrap(), receiver.recv().unwrap());
        sends.join().unwrap();
        drop(kept);
        format!("{both:?}")
    }
}

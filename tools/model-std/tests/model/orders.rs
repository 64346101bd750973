//! Orders weaker than `SeqCst`: what they permit beside the orders of steps, and nothing where they make no difference.

use crate::explored::{behaviour, prints, set, weak};
use model_std::sync::Mutex;
use model_std::sync::atomic::{AtomicU32, Ordering, Ordering::Relaxed, Ordering::SeqCst, fence};
use model_std::{print, thread};

static LEFT: AtomicU32 = AtomicU32::new(0);
static RIGHT: AtomicU32 = AtomicU32::new(0);

/// Each of two threads stores to one atomic and then looks at the other.
fn store_then_look(order: Ordering) {
    let left = thread::spawn(move || {
        LEFT.store(1, order);
        RIGHT.load(order)
    });
    RIGHT.store(1, order);
    let right = LEFT.load(order);
    print!("{}{right}", left.join().unwrap());
}

#[test]
fn two_atomics_with_the_strongest_order_are_explored() {
    fn main() {
        store_then_look(SeqCst);
    }
    assert_eq!(prints(main), set(["01", "10", "11"]));
}

#[test]
fn with_a_weaker_order_both_may_find_nothing() {
    fn main() {
        store_then_look(Relaxed);
    }
    assert_eq!(prints(main), set(["01", "10", "11"]));
    assert_eq!(weak(main), set(["00"]));
}

#[test]
fn one_atomic_is_explored_in_any_order_beside_a_lock() {
    static OPEN: Mutex<bool> = Mutex::new(false);
    fn main() {
        let other = thread::spawn(|| {
            LEFT.store(1, Relaxed);
            *OPEN.lock().unwrap() = true;
        });
        let is_open = *OPEN.lock().unwrap();
        print!("{is_open}{}", LEFT.load(Relaxed));
        other.join().unwrap();
    }
    assert_eq!(prints(main), set(["false0", "false1", "true1"]));
}

#[test]
fn a_call_that_only_looks_and_finds_nothing_tells_nothing() {
    static DOOR: Mutex<()> = Mutex::new(());
    fn main() {
        let other = thread::spawn(|| {
            let found = DOOR.try_lock().is_err();
            print!("{found}{}", LEFT.load(Relaxed));
        });
        LEFT.store(1, Relaxed);
        let _door = DOOR.lock().unwrap();
        other.join().unwrap();
    }
    // Anyone who finds the door locked comes later than the store, in each order of steps; and yet has not been told.
    assert_eq!(prints(main), set(["false0", "false1", "true1"]));
    assert_eq!(weak(main), set(["true0"]));
}

#[test]
fn an_atomic_of_one_thread_is_not_shared() {
    fn main() {
        let own = AtomicU32::new(1);
        let other = thread::spawn(|| LEFT.fetch_add(1, Relaxed));
        print!("{}{}", own.load(Relaxed), LEFT.load(Relaxed));
        other.join().unwrap();
    }
    assert_eq!(prints(main), set(["10", "11"]));
}

static READY: AtomicU32 = AtomicU32::new(0);

/// One thread leaves a number and says so; the other looks at it if it has heard.
fn leave_and_say(store: Ordering, load: Ordering) {
    let other = thread::spawn(move || {
        LEFT.store(7, Relaxed);
        READY.store(1, store);
    });
    if READY.load(load) == 1 {
        print!("{}", LEFT.load(Relaxed));
    }
    other.join().unwrap();
    print!("{}", LEFT.load(Relaxed));
}

#[test]
fn what_is_released_and_acquired_orders_the_rest() {
    fn main() {
        leave_and_say(Ordering::Release, Ordering::Acquire);
    }
    assert_eq!(prints(main), set(["7", "77"]));
}

#[test]
fn what_is_not_released_or_not_acquired_orders_nothing() {
    fn not_released() {
        leave_and_say(Relaxed, Ordering::Acquire);
    }
    fn not_acquired() {
        leave_and_say(Ordering::Release, Relaxed);
    }
    for main in [not_released, not_acquired] {
        assert_eq!(prints(main), set(["7", "77"]));
        assert_eq!(weak(main), set(["07"]));
    }
}

#[test]
fn a_lock_made_of_an_atomic_orders_what_it_protects() {
    static LOCKED: AtomicU32 = AtomicU32::new(0);
    fn add() {
        while LOCKED.swap(1, Ordering::Acquire) == 1 {
            thread::yield_now();
        }
        LEFT.store(LEFT.load(Relaxed) + 1, Relaxed);
        LOCKED.store(0, Ordering::Release);
    }
    fn main() {
        let other = thread::spawn(add);
        add();
        other.join().unwrap();
        print!("{}", LEFT.load(Relaxed));
    }
    assert_eq!(prints(main), set(["2"]));
}

#[test]
fn a_chain_of_exchanges_goes_on_with_what_was_released() {
    static STEPS: AtomicU32 = AtomicU32::new(0);
    fn main() {
        thread::scope(|scope| {
            scope.spawn(|| {
                LEFT.store(7, Relaxed);
                STEPS.store(1, Ordering::Release);
            });
            scope.spawn(|| STEPS.compare_exchange(1, 2, Relaxed, Relaxed).is_ok());
            if STEPS.load(Ordering::Acquire) == 2 {
                print!("{}", LEFT.load(Relaxed));
            }
        });
        print!(".");
    }
    assert_eq!(prints(main), set([".", "7."]));
}

#[test]
fn a_later_store_that_does_not_release_hands_nothing_on() {
    fn main() {
        let other = thread::spawn(|| {
            LEFT.store(7, Relaxed);
            READY.store(1, Ordering::Release);
            READY.store(2, Relaxed);
        });
        if READY.load(Ordering::Acquire) == 2 {
            print!("{}", LEFT.load(Relaxed));
        }
        other.join().unwrap();
        print!(".");
    }
    assert_eq!(prints(main), set([".", "7."]));
    assert_eq!(weak(main), set(["0."]));
}

#[test]
fn a_state_that_is_the_same_with_other_knowledge_is_another_one() {
    fn main() {
        // It may hear by what acquires, or by what does not, and does the same from there.
        let other = thread::spawn(|| {
            READY.load(Ordering::Acquire);
            while READY.load(Relaxed) == 0 {
                thread::yield_now();
            }
            LEFT.load(Relaxed)
        });
        LEFT.store(7, Relaxed);
        READY.store(1, Ordering::Release);
        print!("{}", other.join().unwrap());
    }
    assert_eq!(prints(main), set(["7"]));
    assert_eq!(weak(main), set(["0"]));
}

#[test]
fn fences_order_what_is_relaxed() {
    fn main() {
        let other = thread::spawn(|| {
            LEFT.store(1, Relaxed);
            fence(SeqCst);
            RIGHT.load(Relaxed)
        });
        RIGHT.store(1, Relaxed);
        fence(SeqCst);
        let right = LEFT.load(Relaxed);
        print!("{}{right}", other.join().unwrap());
    }
    assert_eq!(prints(main), set(["01", "10", "11"]));
    assert_eq!(weak(main), set([]));
}

#[test]
fn reading_an_old_value_again_and_again_makes_finitely_many_states() {
    fn main() {
        let other = thread::spawn(|| {
            LEFT.store(1, Relaxed);
            READY.store(1, Relaxed);
        });
        while READY.load(Relaxed) == 0 {
            thread::yield_now();
        }
        while LEFT.load(Relaxed) == 0 {
            thread::yield_now();
        }
        other.join().unwrap();
        print!("seen");
    }
    assert_eq!(prints(main), set(["seen"]));
    assert_eq!(weak(main), set([]));
}

#[test]
fn what_two_threads_print_orders_nothing() {
    fn main() {
        let other = thread::spawn(|| {
            LEFT.store(1, Relaxed);
            print!("stored ");
        });
        print!("looking ");
        print!("{}", LEFT.load(Relaxed));
        other.join().unwrap();
    }
    // In each order of steps, anyone who looks after `stored` finds it stored.
    assert!(!prints(main).contains("stored looking 0"));
    assert_eq!(weak(main), set(["stored looking 0"]));
}

#[test]
fn a_lock_of_exchanges_that_orders_what_is_printed_is_explored_in_one_order() {
    static LOCKED: AtomicU32 = AtomicU32::new(0);
    fn say(words: &str) {
        while LOCKED.swap(1, Ordering::Acquire) == 1 {
            thread::yield_now();
        }
        print!("{words}");
        LOCKED.store(0, Ordering::Release);
    }
    fn main() {
        let other = thread::spawn(|| say("a"));
        say("b");
        other.join().unwrap();
    }
    assert_eq!(prints(main), set(["ab", "ba"]));
    assert_eq!(weak(main), set([]));
}

/// Two threads that each load from one atomic and then store to the other one: the orders are those of one thread's load and
/// store, and of the other one's. Whether it is said that load buffering is left out.
fn load_buffering(of: fn()) -> bool {
    !behaviour(of).load_buffering.is_empty()
}

/// The program of these orders.
macro_rules! loads_and_stores {
    ($load:ident, $store:ident; $other_load:ident, $other_store:ident) => {{
        fn main() {
            let left = thread::spawn(|| {
                let seen = RIGHT.load(Ordering::$load);
                LEFT.store(1, Ordering::$store);
                seen
            });
            let seen = LEFT.load(Ordering::$other_load);
            RIGHT.store(1, Ordering::$other_store);
            print!("{}", left.join().unwrap() + seen);
        }
        load_buffering(main)
    }};
}

#[test]
fn load_buffering_is_told_unless_one_thread_acquires_what_the_other_one_releases() {
    assert!(loads_and_stores!(Relaxed, Relaxed; Relaxed, Relaxed));
    assert!(loads_and_stores!(Relaxed, Relaxed; Acquire, Release));
    assert!(loads_and_stores!(Acquire, Relaxed; Acquire, Relaxed));
    assert!(loads_and_stores!(Relaxed, Release; Relaxed, Release));
    assert!(!loads_and_stores!(Acquire, Relaxed; Relaxed, Release));
    assert!(!loads_and_stores!(Relaxed, Release; Acquire, Relaxed));
    assert!(!loads_and_stores!(Acquire, Release; Acquire, Release));
    assert!(!loads_and_stores!(SeqCst, SeqCst; SeqCst, SeqCst));
}

#[test]
fn three_threads_need_two_such_pairs_to_forbid_load_buffering() {
    static THIRD: AtomicU32 = AtomicU32::new(0);
    fn ring(of_third: Ordering) {
        let left = thread::spawn(|| {
            let seen = RIGHT.load(Ordering::Relaxed);
            LEFT.store(1, Ordering::Release);
            seen
        });
        let third = thread::spawn(move || {
            let seen = LEFT.load(Ordering::Acquire);
            THIRD.store(1, of_third);
            seen
        });
        let seen = THIRD.load(Ordering::Acquire);
        RIGHT.store(1, Ordering::Relaxed);
        print!("{}", left.join().unwrap() + third.join().unwrap() + seen);
    }
    assert!(load_buffering(|| ring(Ordering::Relaxed)));
    assert!(!load_buffering(|| ring(Ordering::Release)));
}

//! Orders weaker than `SeqCst`: explored where they make no difference, and refused where they could.

use crate::explored::{prints, refused, set};
use model_std::sync::Mutex;
use model_std::sync::atomic::{AtomicU32, Ordering, Ordering::Relaxed, Ordering::SeqCst};
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
fn two_atomics_with_a_weaker_order_are_refused_with_the_line() {
    fn main() {
        store_then_look(Relaxed);
    }
    let why = refused(main);
    assert!(why.starts_with("line 14: an order that is weaker than SeqCst, beside another atomic"), "{why}");
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
fn one_atomic_beside_a_call_that_only_looks_is_refused() {
    static DOOR: Mutex<()> = Mutex::new(());
    fn main() {
        let other = thread::spawn(|| {
            LEFT.store(1, Relaxed);
            DOOR.try_lock().is_ok()
        });
        let _door = DOOR.lock().unwrap();
        print!("{}", LEFT.load(Relaxed));
        drop(_door);
        other.join().unwrap();
    }
    let why = refused(main);
    assert!(why.contains("beside a call that only looks at something else"), "{why}");
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

//! A spin lock whose value is printed under its lock, by a number's own `Display`
//@ returns: 1
//@ returns: 2

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{hint, thread};

struct Lock {
    taken: AtomicBool,
    value: UnsafeCell<u32>,
}
unsafe impl Sync for Lock {}

impl Lock {
    fn with(&self, act: impl FnOnce(&mut u32)) {
        while self.taken.compare_exchange(false, true, Ordering::Acquire, Ordering::Relaxed).is_err() {
            hint::spin_loop();
        }
        act(unsafe { &mut *self.value.get() });
        self.taken.store(false, Ordering::Release);
    }
}

static LOCK: Lock = Lock { taken: AtomicBool::new(false), value: UnsafeCell::new(1) };

fn main() {
    let adds = thread::spawn(|| LOCK.with(|value| *value += 1));
    LOCK.with(|value| println!("{value}"));
    adds.join().unwrap();
}

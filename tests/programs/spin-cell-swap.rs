//! A lock by `swap`, held by a guard that gives it back when it is dropped
//@ returns: [1, 2]
//@ returns: [2, 1]

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Ledger {
    locked: AtomicBool,
    lines: UnsafeCell<Vec<u32>>,
}
unsafe impl Sync for Ledger {}

struct Guard<'a>(&'a Ledger);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.0.locked.store(false, Ordering::Release);
    }
}

impl Ledger {
    fn lock(&self) -> Guard<'_> {
        while self.locked.swap(true, Ordering::Acquire) {
            thread::yield_now();
        }
        Guard(self)
    }

    fn add(&self, line: u32) {
        let guard = self.lock();
        unsafe { (*guard.0.lines.get()).push(line) };
    }
}

fn main() {
    let ledger = Ledger { locked: AtomicBool::new(false), lines: UnsafeCell::new(Vec::new()) };
    thread::scope(|s| {
        s.spawn(|| ledger.add(1));
        s.spawn(|| ledger.add(2));
    });
    println!("{:?}", ledger.lines.into_inner());
}

//! The count of owners is in what is freed: with `Relaxed`, freeing races with the other's `fetch_sub` too
// Both the look and the step down of the other owner are there when the last one frees, and either may be named.
//@ undefined `data race, 17 and 19`:

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

struct Shared {
    owners: AtomicU32,
}

struct Owner(*mut Shared);
unsafe impl Send for Owner {}

impl Owner {
    fn step_down(self) {
        let before = unsafe { (*self.0).owners.fetch_sub(1, Ordering::Relaxed) };
        if before == 1 {
            drop(unsafe { Box::from_raw(self.0) });
        }
    }
}

fn main() {
    let shared = Box::into_raw(Box::new(Shared { owners: AtomicU32::new(2) }));
    let (mine, theirs) = (Owner(shared), Owner(shared));
    let thread = thread::spawn(move || theirs.step_down());
    mine.step_down();
    thread.join().unwrap();
}

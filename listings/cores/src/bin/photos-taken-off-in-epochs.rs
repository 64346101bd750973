//! Four threads put a photo on a stack and take one off, a thousand times each

use crossbeam::epoch::{self, Atomic, Guard, Owned, Shared};
use std::sync::atomic::Ordering;
use std::thread;

struct Photo {
    number: u32,
    below: Atomic<Photo>,
}

fn push(top: &Atomic<Photo>, number: u32, guard: &Guard) {
    let mut photo = Owned::new(Photo {
        number,
        below: Atomic::null(),
    });
    let mut found = top.load(Ordering::Relaxed, guard);
    loop {
        photo.below.store(found, Ordering::Relaxed);
        match top.compare_exchange(found, photo, Ordering::Release, Ordering::Relaxed, guard) {
            Ok(_) => return,
            Err(failed) => (found, photo) = (failed.current, failed.new),
        }
    }
}

// ANCHOR: pop
fn pop(top: &Atomic<Photo>, guard: &Guard) -> Option<u32> {
    let mut found = top.load(Ordering::Acquire, guard);
    loop {
        // SAFETY: published with Release, and not destroyed while we're pinned.
        let photo = unsafe { found.as_ref() }?;
        let below = photo.below.load(Ordering::Relaxed, guard);
        match top.compare_exchange(found, below, Ordering::Acquire, Ordering::Acquire, guard) {
            Ok(_) => {
                let number = photo.number;
                // SAFETY: this exchange has taken it off, and nobody puts it back.
                unsafe { guard.defer_destroy(found) };
                return Some(number);
            }
            Err(failed) => found = failed.current,
        }
    }
}
// ANCHOR_END: pop

fn main() {
    let top = Atomic::null();
    let taken: u32 = thread::scope(|scope| {
        let threads = [0, 1, 2, 3].map(|first| {
            let top = &top;
            scope.spawn(move || {
                let numbers = (0..1_000).map(|n| 4 * n + first);
                let take = |number| {
                    let guard = epoch::pin();
                    push(top, number, &guard);
                    pop(top, &guard).unwrap()
                };
                numbers.map(take).sum::<u32>()
            })
        });
        threads.map(|thread| thread.join().unwrap()).iter().sum()
    });
    println!("sum of the numbers taken: {taken}");
    println!(
        "empty: {}",
        top.load(Ordering::Acquire, &epoch::pin()) == Shared::null()
    );
}

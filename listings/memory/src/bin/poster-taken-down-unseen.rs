//! A poster with a count of its owners, and the last of them throws it away
//!
//! Each owner reads `copies`, then counts itself out, and whoever brings the count to zero frees the poster. The `fetch_sub` releases, and nothing acquires. So for the last owner, the other one's reading need not have happened before the freeing: both use the same memory, unordered, and the freeing counts as a write. The allocator may have given that memory to somebody else, and the hall would read what is written there.
//@ races
//@ schedules

// Undefined behaviour: the poster is freed unordered with its reading.

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

struct Poster {
    owners: AtomicU32,
    copies: u32,
}

struct Owner(*mut Poster);

// SAFETY: an owner may be dropped on any thread; the count knows the last.
unsafe impl Send for Owner {}

impl Owner {
    fn copies(&self) -> u32 {
        // SAFETY: the poster lives as long as one of its owners.
        unsafe { (*self.0).copies }
    }
}

// ANCHOR: drop
impl Drop for Owner {
    fn drop(&mut self) {
        // SAFETY: this owner still counts.
        let owners = unsafe { &(*self.0).owners };
        if owners.fetch_sub(1, Ordering::Release) == 1 {
            // Unsound: what the others did need not have happened before.
            drop(unsafe { Box::from_raw(self.0) });
        }
    }
}
// ANCHOR_END: drop

fn main() {
    let poster = Box::into_raw(Box::new(Poster {
        owners: AtomicU32::new(2),
        copies: 50,
    }));
    let (hall, office) = (Owner(poster), Owner(poster));

    let printer = thread::spawn(move || hall.copies());
    println!("{} in the office", office.copies());
    drop(office);
    println!("{} in the hall", printer.join().unwrap());
}

//! A poster with a count of its owners, and the last of them looks back before throwing it away
//!
//! Every `fetch_sub` releases what its owner did before. The last one has read the count that the other one wrote, and the fence behind it acquires: the other's reading happens before the freeing. Only the last owner has to pass it.
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering, fence};
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

impl Drop for Owner {
    fn drop(&mut self) {
        // SAFETY: this owner still counts.
        let owners = unsafe { &(*self.0).owners };
        // ANCHOR: drop
        if owners.fetch_sub(1, Ordering::Release) == 1 {
            fence(Ordering::Acquire);
            // SAFETY: the last owner; what the others did happened before.
            drop(unsafe { Box::from_raw(self.0) });
        }
        // ANCHOR_END: drop
    }
}

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

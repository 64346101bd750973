//! The last owner frees without having acquired what the other has released: it races with the other's last look
//@ undefined `data race, 14 and 21`:

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static OWNERS: AtomicU32 = AtomicU32::new(2);

struct Owner(*mut u32);
unsafe impl Send for Owner {}

impl Owner {
    fn look(&self) -> u32 {
        unsafe { *self.0 }
    }
}

impl Drop for Owner {
    fn drop(&mut self) {
        if OWNERS.fetch_sub(1, Ordering::Release) == 1 {
            drop(unsafe { Box::from_raw(self.0) });
        }
    }
}

fn main() {
    let value = Box::into_raw(Box::new(6));
    let (mine, theirs) = (Owner(value), Owner(value));
    let thread = thread::spawn(move || theirs.look());
    let seen = mine.look();
    drop(mine);
    println!("{seen} {}", thread.join().unwrap());
}

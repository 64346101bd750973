//! Two writers, each with a flag, look at each other's flag before they write
//@ may-hang
//@ schedules

use std::hint;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

// ANCHOR: write
fn write(mine: &AtomicBool, theirs: &AtomicBool) {
    mine.store(true, Ordering::SeqCst);
    while theirs.load(Ordering::SeqCst) {
        hint::spin_loop();
    }
    // Here it writes to the index.
    mine.store(false, Ordering::SeqCst);
}
// ANCHOR_END: write

fn main() {
    let flags = Arc::new([AtomicBool::new(false), AtomicBool::new(false)]);
    let shared = Arc::clone(&flags);

    let other = thread::spawn(move || write(&shared[0], &shared[1]));
    write(&flags[1], &flags[0]);
    other.join().unwrap();
    println!("both have written");
}

//! Two writers and a single flag, which one of them gets
//@ schedules

use std::hint;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

// ANCHOR: write
fn write(taken: &AtomicBool) {
    while taken
        .compare_exchange(false, true, Ordering::SeqCst, Ordering::SeqCst)
        .is_err()
    {
        hint::spin_loop();
    }
    // Here it writes to the index.
    taken.store(false, Ordering::SeqCst);
}
// ANCHOR_END: write

fn main() {
    let flag = Arc::new(AtomicBool::new(false));
    let shared = Arc::clone(&flag);

    let other = thread::spawn(move || write(&shared));
    write(&flag);
    other.join().unwrap();
    println!("both have written");
}

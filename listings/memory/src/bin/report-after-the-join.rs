//! A report is written by one thread, and `main` joins it before it reads
//!
//! All that a thread does happens before the `join` that waits for it returns. Then there is no other thread that could touch `REPORT`, whatever the time is.
//@ schedules

use std::cell::UnsafeCell;
use std::thread;

struct Report(UnsafeCell<u32>);

// SAFETY: written by one thread, and read by who has joined it.
unsafe impl Sync for Report {}

static REPORT: Report = Report(UnsafeCell::new(0));

fn main() {
    let writer = thread::spawn(|| {
        // SAFETY: nobody reads before this thread has been joined.
        unsafe { *REPORT.0.get() = 12 };
    });
    // ANCHOR: read
    writer.join().unwrap();
    // ANCHOR_END: read
    // SAFETY: the only writer has been joined.
    println!("{} pages", unsafe { *REPORT.0.get() });
}

//! A report is written by one thread, and `main` sleeps for a second before it reads
//!
//! `writer` writes `REPORT`, and `main` reads it a second later. A second is long, and orders nothing: neither has `main` waited for the writer, nor has the writer told it anything. The two accesses are a data race. If the machine is busy, the writer may not even have begun. And if it has long ended, the compiler knows nothing of that.
//@ races
//@ schedules

// Undefined behaviour: a sleep orders nothing.

use std::cell::UnsafeCell;
use std::thread;
use std::time::Duration;

struct Report(UnsafeCell<u32>);

// Unsound: nothing keeps a reader and a writer apart.
unsafe impl Sync for Report {}

static REPORT: Report = Report(UnsafeCell::new(0));

fn main() {
    let writer = thread::spawn(|| {
        // Unsound: `main` may read at the same time.
        unsafe { *REPORT.0.get() = 12 };
    });
    // ANCHOR: read
    thread::sleep(Duration::from_secs(1));
    // Unsound: to sleep is not to wait for anybody.
    println!("{} pages", unsafe { *REPORT.0.get() });
    // ANCHOR_END: read
    writer.join().unwrap();
}

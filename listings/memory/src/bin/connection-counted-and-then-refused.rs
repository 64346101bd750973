//! A gateway has one connection to share, and whoever wants it counts itself in and then looks
//!
//! While a client that was refused is still counted, `OPEN` is too high, and the other one may be refused although nobody is connected.
//@ outcome: the report is connected
//@ outcome: the backup is connected
//@ outcome: nobody is connected
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

// ANCHOR: whole
const LIMIT: u32 = 1;
static OPEN: AtomicU32 = AtomicU32::new(1);

// ANCHOR: open
fn open() -> bool {
    let fits = OPEN.fetch_add(1, Ordering::Relaxed) < LIMIT;
    if !fits {
        write_log("refused");
        OPEN.fetch_sub(1, Ordering::Relaxed);
    }
    fits
}
// ANCHOR_END: open

fn write_log(entry: &str) -> String {
    (0..3000).map(|_| entry).collect()
}

fn main() {
    let (report, backup) = thread::scope(|scope| {
        let report = scope.spawn(open);

        write_log("closing");
        // The connection of the last hour is closed, and the backup wants it next.
        OPEN.fetch_sub(1, Ordering::Relaxed);
        write_log("closed");
        let backup = open();
        (report.join().unwrap(), backup)
    });
    // ANCHOR_END: whole

    match (report, backup) {
        (true, true) => println!("both are connected"),
        (true, false) => println!("the report is connected"),
        (false, true) => println!("the backup is connected"),
        (false, false) => println!("nobody is connected"),
    }
}

//! A gateway has one connection to share, and whoever wants it is counted if there is room
//@ outcome: the report is connected
//@ outcome: the backup is connected
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

const LIMIT: u32 = 1;
static OPEN: AtomicU32 = AtomicU32::new(1);

// ANCHOR: open
fn open() -> bool {
    let mut seen = OPEN.load(Ordering::Relaxed);
    while seen < LIMIT {
        match OPEN.compare_exchange(seen, seen + 1, Ordering::Relaxed, Ordering::Relaxed) {
            Ok(_) => return true,
            Err(now) => seen = now,
        }
    }
    write_log("refused");
    false
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

    match (report, backup) {
        (true, true) => println!("both are connected"),
        (true, false) => println!("the report is connected"),
        (false, true) => println!("the backup is connected"),
        (false, false) => println!("nobody is connected"),
    }
}

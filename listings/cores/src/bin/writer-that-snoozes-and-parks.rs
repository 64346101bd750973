//! A writer to disk waits for the lines of a queue

use crossbeam::queue::SegQueue;
use crossbeam::utils::Backoff;
use std::thread;

// ANCHOR: wait
fn wait_for_a_line(log: &SegQueue<String>) -> String {
    let backoff = Backoff::new();
    loop {
        if let Some(line) = log.pop() {
            return line;
        }
        if backoff.is_completed() {
            thread::park();
        } else {
            backoff.snooze();
        }
    }
}
// ANCHOR_END: wait

fn main() {
    let log = SegQueue::new();
    thread::scope(|scope| {
        let disk = scope.spawn(|| {
            let lines: Vec<_> = (0..3).map(|_| wait_for_a_line(&log)).collect();
            lines.join(", ")
        });
        for path in ["/", "/cart", "/pay"] {
            log.push(format!("GET {path}"));
            disk.thread().unpark();
        }
        println!("written: {}", disk.join().unwrap());
    });
}

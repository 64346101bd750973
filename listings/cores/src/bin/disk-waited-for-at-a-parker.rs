//! A writer waits for its disk at a `Parker`, and for a line at a channel

use crossbeam::sync::Parker;
use std::sync::mpsc;
use std::thread;

fn main() {
    // ANCHOR: parker
    let (log, lines) = mpsc::channel();
    let disk = Parker::new();
    let mounted = disk.unparker().clone();
    let writer = thread::spawn(move || {
        let line: &str = lines.recv().unwrap();
        disk.park();
        println!("written: {line}");
    });
    // ANCHOR_END: parker

    mounted.unpark();
    log.send("GET /cart").unwrap();
    writer.join().unwrap();
}

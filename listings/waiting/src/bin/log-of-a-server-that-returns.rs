//! A server is told to quit, and returns from `main`
//@ schedules

use std::cell::RefCell;
use std::sync::mpsc;
use std::thread;

struct Log(RefCell<Vec<&'static str>>);

impl Drop for Log {
    fn drop(&mut self) {
        println!("log: {}", self.0.get_mut().join(", "));
    }
}

thread_local! {
    static LOG: Log = const { Log(RefCell::new(Vec::new())) };
}

fn main() {
    let (lines, queue) = mpsc::channel();
    let worker = thread::spawn(move || {
        for line in queue {
            LOG.with(|log| log.0.borrow_mut().push(line));
        }
    });
    for command in ["seats found", "paid", "quit"] {
        // ANCHOR: quit
        if command == "quit" {
            println!("good night");
            break;
        }
        // ANCHOR_END: quit
        lines.send(command).unwrap();
    }
    drop(lines);
    worker.join().unwrap();
}

//! A client waits at a gate for a while, and then for a copy
//@ outcome: client: inside
//@ outcome: client: Some("yesterday's notes")
//@ outcome: client: None
//@ schedules

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, Thread};
use std::time::Duration;

struct Gate {
    is_open: AtomicBool,
    waiting: Mutex<Vec<Thread>>,
}

impl Gate {
    fn open(&self) {
        self.is_open.store(true, Ordering::Release);
        for thread in self.waiting.lock().unwrap().drain(..) {
            thread.unpark();
        }
    }
}

static GATE: Gate = Gate {
    is_open: AtomicBool::new(false),
    waiting: Mutex::new(Vec::new()),
};
static COPY: Mutex<Option<&str>> = Mutex::new(None);

// ANCHOR: client
impl Gate {
    fn pass_within(&self, limit: Duration) -> bool {
        self.waiting.lock().unwrap().push(thread::current());
        if !self.is_open.load(Ordering::Acquire) {
            thread::park_timeout(limit);
        }
        self.is_open.load(Ordering::Acquire)
    }
}

fn main() {
    let client = thread::spawn(|| {
        if GATE.pass_within(Duration::from_millis(2)) {
            return println!("client: inside");
        }
        thread::park();
        println!("client: {:?}", COPY.lock().unwrap());
    });

    GATE.open();
    *COPY.lock().unwrap() = Some("yesterday's notes");
    client.thread().unpark();
    client.join().unwrap();
}
// ANCHOR_END: client

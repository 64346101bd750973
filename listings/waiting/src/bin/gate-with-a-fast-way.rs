//! A gate that's open is passed without its list
//@ schedules

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, Thread};

struct Gate {
    is_open: AtomicBool,
    waiting: Mutex<Vec<Thread>>,
}

impl Gate {
    // ANCHOR: pass
    fn pass(&self) {
        if self.is_open.load(Ordering::Acquire) {
            return;
        }
        self.waiting.lock().unwrap().push(thread::current());
        while !self.is_open.load(Ordering::Acquire) {
            thread::park();
        }
    }
    // ANCHOR_END: pass

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

fn main() {
    let client = thread::spawn(|| {
        GATE.pass();
        println!("client: inside");
    });

    GATE.open();
    client.join().unwrap();
}

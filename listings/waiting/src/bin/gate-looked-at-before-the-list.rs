//! A gate is looked at, and then the name is put on the list
//@ may-hang
//@ schedules

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, Thread};

struct Gate {
    is_open: AtomicBool,
    waiting: Mutex<Vec<Thread>>,
}

impl Gate {
    fn pass(&self) {
        let mut is_open = self.is_open.load(Ordering::Acquire);
        self.waiting.lock().unwrap().push(thread::current());
        while !is_open {
            thread::park();
            is_open = self.is_open.load(Ordering::Acquire);
        }
    }

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

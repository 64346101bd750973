//! A mutex in a box is locked after that has been dropped, if the gate has been opened by then
//@ returns: first
//@ undefined `use after free, 28`: first

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static OPEN: AtomicBool = AtomicBool::new(true);

#[derive(Clone, Copy)]
struct Gate(*mut Mutex<u32>);
unsafe impl Send for Gate {}

impl Gate {
    fn count(self) {
        if OPEN.load(Ordering::SeqCst) {
            *unsafe { &*self.0 }.lock().unwrap() += 1;
        }
    }
}

fn main() {
    let gate = Gate(Box::into_raw(Box::new(Mutex::new(0))));
    OPEN.store(false, Ordering::SeqCst);
    println!("first");
    gate.count();
    drop(unsafe { Box::from_raw(gate.0) });
    let opener = thread::spawn(|| OPEN.store(true, Ordering::SeqCst));
    gate.count();
    opener.join().unwrap();
}

//! A worker makes a preview, and the page looks whether there is one
//@ outcome: preview: Some(320)
//@ outcome: preview: None
//@ schedules

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

// ANCHOR: type
struct Preview {
    width: UnsafeCell<u32>,
    is_made: AtomicBool,
}

// SAFETY: until `is_made` is set, only the thread in `make` uses the width;
// afterwards nobody writes to it. What `make` does before its Release
// happens before what follows an Acquire that reads `true`.
unsafe impl Sync for Preview {}

impl Preview {
    fn make(&self, width: u32) {
        // SAFETY: the flag isn't set, so nobody else uses the width.
        unsafe { *self.width.get() = width };
        self.is_made.store(true, Ordering::Release);
    }

    fn width(&self) -> Option<u32> {
        if !self.is_made.load(Ordering::Acquire) {
            return None;
        }
        // SAFETY: the flag is set, and the Acquire has taken in the writing.
        Some(unsafe { *self.width.get() })
    }
}
// ANCHOR_END: type

static PREVIEW: Preview = Preview {
    width: UnsafeCell::new(0),
    is_made: AtomicBool::new(false),
};

fn main() {
    let worker = thread::spawn(|| PREVIEW.make(320));
    println!("preview: {:?}", PREVIEW.width());
    worker.join().unwrap();
}

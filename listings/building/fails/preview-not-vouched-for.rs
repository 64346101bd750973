//! A preview with an `UnsafeCell` inside is shared by two threads
//!
//! If this compiled, this program would be right, for its flag keeps the two apart. But each struct with an `UnsafeCell` could be shared by the same rule, also one without a flag; `Cell` is such a struct, and two threads would change it at the same time.
//@ fixed-by: building/preview-made-and-looked-at

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Preview {
    width: UnsafeCell<u32>,
    is_made: AtomicBool,
}

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

// ANCHOR: shared
static PREVIEW: Preview = Preview {
    //~^ E0277: `UnsafeCell<u32>` cannot be shared between threads safely
    width: UnsafeCell::new(0),
    is_made: AtomicBool::new(false),
};
// ANCHOR_END: shared

fn main() {
    let worker = thread::spawn(|| PREVIEW.make(320));
    println!("preview: {:?}", PREVIEW.width());
    worker.join().unwrap();
}

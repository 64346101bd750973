//! A preview is made by a caller who has not read what that asks of them
//!
//! If this compiled, this program would be right, because there is one call. Nobody would have to look at the list of duties, though, and the program with two calls would compile in the same way and have a data race.
//@ fixed-by: building/preview-made-by-who-promises

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Preview {
    width: UnsafeCell<u32>,
    is_made: AtomicBool,
}

// SAFETY: `make` is called once, which is its caller's duty. So until `is_made`
// is set, only that call uses the width, and afterwards nobody writes to it.
// What `make` does before its Release happens before what follows an Acquire
// that reads `true`.
unsafe impl Sync for Preview {}

impl Preview {
    /// Makes the preview, which then has this width.
    ///
    /// # Safety
    ///
    /// For each preview, this may be called once.
    unsafe fn make(&self, width: u32) {
        // SAFETY: this is the only call, and nobody uses the width before the flag.
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

static PREVIEW: Preview = Preview {
    width: UnsafeCell::new(0),
    is_made: AtomicBool::new(false),
};

fn main() {
    // ANCHOR: call
    let worker = thread::spawn(|| {
        PREVIEW.make(320) //~ E0133: call to unsafe function
    });
    // ANCHOR_END: call
    println!("preview: {:?}", PREVIEW.width());
    worker.join().unwrap();
}

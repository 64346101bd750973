//! A worker makes a preview, and claims it by the flag that says it's made
//!
//! The first to swap finds `false` and begins to write. From then on the flag says `true`, though nothing is written yet, and whoever asks for the width reads it meanwhile.
//@ races
//@ schedules

// Undefined behaviour: the flag is set before the width is written.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct AlreadyClaimed;

struct Preview {
    width: UnsafeCell<u32>,
    is_made: AtomicBool,
}

// SAFETY: only the thread that finds the flag down writes to the width, and
// others read it when they have seen the flag.
unsafe impl Sync for Preview {}

impl Preview {
    // ANCHOR: make
    fn make(&self, width: u32) -> Result<(), AlreadyClaimed> {
        if self.is_made.swap(true, Ordering::AcqRel) {
            return Err(AlreadyClaimed);
        }
        // SAFETY: of all who swap, one has found `false`, and that's this thread.
        unsafe { *self.width.get() = width };
        Ok(())
    }
    // ANCHOR_END: make

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
    let worker = thread::spawn(|| PREVIEW.make(320).is_ok());
    println!("preview: {:?}", PREVIEW.width());
    println!("made: {}", worker.join().unwrap());
}

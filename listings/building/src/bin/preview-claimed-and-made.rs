//! Two workers make the same preview, and each claims it first
//@ outcome: 320: true, 640: false | preview: Some(320)
//@ outcome: 320: false, 640: true | preview: Some(640)
//@ schedules

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct AlreadyClaimed;

struct Preview {
    width: UnsafeCell<u32>,
    is_claimed: AtomicBool,
    is_made: AtomicBool,
}

// SAFETY: only the thread that finds the preview unclaimed writes to the width,
// and then sets `is_made`. That Release happens before the Acquire of anyone
// who reads `true`, and nobody else reads the width.
unsafe impl Sync for Preview {}

impl Preview {
    // ANCHOR: make
    fn make(&self, width: u32) -> Result<(), AlreadyClaimed> {
        if self.is_claimed.swap(true, Ordering::Relaxed) {
            return Err(AlreadyClaimed);
        }
        // SAFETY: of all who swap, one has found `false`, and that's this thread.
        unsafe { *self.width.get() = width };
        self.is_made.store(true, Ordering::Release);
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
    is_claimed: AtomicBool::new(false),
    is_made: AtomicBool::new(false),
};

fn main() {
    let worker = thread::spawn(|| PREVIEW.make(320).is_ok());
    let is_mine = PREVIEW.make(640).is_ok();
    println!("320: {}, 640: {is_mine}", worker.join().unwrap());
    println!("preview: {:?}", PREVIEW.width());
}

//! An editor works out a new size, panics at that, and has not begun to write
//@ schedules

use std::hint;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering, fence};
use std::thread;

struct Size {
    version: AtomicU64,
    width: AtomicU32,
    height: AtomicU32,
}

static SIZE: Size = Size {
    version: AtomicU64::new(0),
    width: AtomicU32::new(0),
    height: AtomicU32::new(0),
};

impl Size {
    // ANCHOR: change
    fn change(&self, new: impl Fn(u32, u32) -> (u32, u32)) {
        let old_width = self.width.load(Ordering::Relaxed);
        let old_height = self.height.load(Ordering::Relaxed);
        let (width, height) = new(old_width, old_height);
        let version = self.version.load(Ordering::Relaxed);
        self.version.store(version + 1, Ordering::Relaxed);
        fence(Ordering::Release);
        self.width.store(width, Ordering::Relaxed);
        self.height.store(height, Ordering::Relaxed);
        self.version.store(version + 2, Ordering::Release);
    }
    // ANCHOR_END: change

    fn get(&self) -> (u32, u32) {
        loop {
            let before = self.version.load(Ordering::Acquire);
            if before.is_multiple_of(2) {
                let width = self.width.load(Ordering::Relaxed);
                let height = self.height.load(Ordering::Relaxed);
                fence(Ordering::Acquire);
                if self.version.load(Ordering::Relaxed) == before {
                    return (width, height);
                }
            }
            hint::spin_loop();
        }
    }
}

// ANCHOR: main
fn main() {
    let editor = thread::spawn(|| {
        SIZE.change(|width, height| (800, height * 800 / width)); //~ panic: attempt to divide by zero
    });
    let failed = editor.join().is_err();
    let (width, height) = SIZE.get();
    println!("failed: {failed}, page: {width} x {height}");
}
// ANCHOR_END: main

//! A page asks for a size that two editors have set
//!
//! If one editor reads the other's 1, it writes 2, and leaves 3 in the end: an odd version, of which nobody will ever make an even one.
//@ may-hang
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
    width: AtomicU32::new(1200),
    height: AtomicU32::new(800),
};

impl Size {
    fn set(&self, width: u32, height: u32) {
        let version = self.version.load(Ordering::Relaxed);
        self.version.store(version + 1, Ordering::Relaxed);
        fence(Ordering::Release);
        self.width.store(width, Ordering::Relaxed);
        self.height.store(height, Ordering::Relaxed);
        self.version.store(version + 2, Ordering::Release);
    }

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
    let editor = thread::spawn(|| SIZE.set(800, 1200));
    SIZE.set(600, 400);
    editor.join().unwrap();
    let (width, height) = SIZE.get();
    println!("the page has a size: {}", width > 0 && height > 0);
}
// ANCHOR_END: main

//! Two editors set the size of one photo, each once it has made the version odd
//@ outcome: page: 600 x 400
//@ outcome: page: 800 x 1200
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
    // ANCHOR: set
    fn set(&self, width: u32, height: u32) {
        let mut version = self.version.load(Ordering::Relaxed);
        loop {
            let even = version & !1;
            match self.version.compare_exchange(
                even,
                even + 1,
                Ordering::Acquire,
                Ordering::Relaxed,
            ) {
                Ok(_) => break,
                Err(now) => version = now,
            }
            hint::spin_loop();
        }
        fence(Ordering::Release);
        self.width.store(width, Ordering::Relaxed);
        self.height.store(height, Ordering::Relaxed);
        self.version.store((version & !1) + 2, Ordering::Release);
    }
    // ANCHOR_END: set

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

fn main() {
    let editor = thread::spawn(|| SIZE.set(800, 1200));
    SIZE.set(600, 400);
    editor.join().unwrap();
    let (width, height) = SIZE.get();
    println!("page: {width} x {height}");
}

//! Two editors set the size of one photo
//!
//! Both may read version 0 and write 1, or one may read the other's 1 and go on from there. Either way both write at the same time, and the numbers are whose they happen to be.
//@ outcome: size: 600 x 400
//@ outcome: size: 800 x 1200
//@ outcome: size: 800 x 400
//@ outcome: size: 600 x 1200
//@ schedules

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering, fence};
use std::thread;
use std::time::Duration;

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
        let version = self.version.load(Ordering::Relaxed);
        self.version.store(version + 1, Ordering::Relaxed);
        fence(Ordering::Release);
        self.width.store(width, Ordering::Relaxed);
        thread::sleep(Duration::from_micros(50));
        self.height.store(height, Ordering::Relaxed);
        self.version.store(version + 2, Ordering::Release);
    }
    // ANCHOR_END: set
}

// ANCHOR: main
fn main() {
    let editor = thread::spawn(|| SIZE.set(800, 1200));
    SIZE.set(600, 400);
    editor.join().unwrap();
    let width = SIZE.width.load(Ordering::Relaxed);
    let height = SIZE.height.load(Ordering::Relaxed);
    println!("size: {width} x {height}");
}
// ANCHOR_END: main

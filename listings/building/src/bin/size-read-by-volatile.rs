//! A photo is turned while a page reads its size by `read_volatile`, behind a version
//!
//! `read_volatile` keeps the compiler from leaving out or repeating the read. It is no atomic access: while the editor writes, it's a data race, whatever becomes of the result.
//@ races
//@ schedules

// Undefined behaviour: the size is read while it may be written.

use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::{AtomicU64, Ordering, fence};
use std::thread;

struct Size {
    version: AtomicU64,
    numbers: UnsafeCell<[u32; 2]>,
}

// SAFETY: what is read during a writing is thrown away, or so we thought.
unsafe impl Sync for Size {}

static SIZE: Size = Size {
    version: AtomicU64::new(0),
    numbers: UnsafeCell::new([1200, 800]),
};

impl Size {
    // ANCHOR: size
    fn set(&self, numbers: [u32; 2]) {
        let version = self.version.load(Ordering::Relaxed);
        self.version.store(version + 1, Ordering::Relaxed);
        fence(Ordering::Release);
        // SAFETY: there's one editor.
        unsafe { self.numbers.get().write_volatile(numbers) };
        self.version.store(version + 2, Ordering::Release);
    }

    fn get(&self) -> [u32; 2] {
        loop {
            let before = self.version.load(Ordering::Acquire);
            if before.is_multiple_of(2) {
                // SAFETY: it's thrown away if the version has changed.
                let numbers = unsafe { self.numbers.get().read_volatile() };
                fence(Ordering::Acquire);
                if self.version.load(Ordering::Relaxed) == before {
                    return numbers;
                }
            }
            hint::spin_loop();
        }
    }
    // ANCHOR_END: size
}

fn main() {
    let editor = thread::spawn(|| SIZE.set([800, 1200]));
    let [width, height] = SIZE.get();
    println!("page: {width} x {height}");
    editor.join().unwrap();
}

//! A photo's size with one handle that writes, and any number that read
//@ outcome: page: 800 x 1200
//@ outcome: page: 1200 x 800
//@ schedules

use std::hint;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering, fence};
use std::thread;

struct Size {
    version: AtomicU64,
    width: AtomicU32,
    height: AtomicU32,
}

// ANCHOR: handles
struct Editor<'a>(&'a Size);

#[derive(Clone, Copy)]
struct Page<'a>(&'a Size);

impl Size {
    fn new(width: u32, height: u32) -> Self {
        Size {
            version: AtomicU64::new(0),
            width: AtomicU32::new(width),
            height: AtomicU32::new(height),
        }
    }

    fn split(&mut self) -> (Editor<'_>, Page<'_>) {
        (Editor(self), Page(self))
    }
}

impl Editor<'_> {
    fn set(&mut self, width: u32, height: u32) {
        let size = self.0;
        let version = size.version.load(Ordering::Relaxed);
        size.version.store(version + 1, Ordering::Relaxed);
        fence(Ordering::Release);
        size.width.store(width, Ordering::Relaxed);
        size.height.store(height, Ordering::Relaxed);
        size.version.store(version + 2, Ordering::Release);
    }
}
// ANCHOR_END: handles

impl Page<'_> {
    fn get(self) -> (u32, u32) {
        loop {
            let before = self.0.version.load(Ordering::Acquire);
            if before.is_multiple_of(2) {
                let width = self.0.width.load(Ordering::Relaxed);
                let height = self.0.height.load(Ordering::Relaxed);
                fence(Ordering::Acquire);
                if self.0.version.load(Ordering::Relaxed) == before {
                    return (width, height);
                }
            }
            hint::spin_loop();
        }
    }
}

// ANCHOR: main
fn main() {
    let mut size = Size::new(1200, 800);
    let (mut editor, page) = size.split();
    thread::scope(|scope| {
        scope.spawn(move || editor.set(800, 1200));
        let (width, height) = page.get();
        println!("page: {width} x {height}");
    });
}
// ANCHOR_END: main

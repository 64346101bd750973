//! One editor sets a size a hundred thousand times, while two pages read it
//!
//! Each size that is set has a height of twice its width, so a page that gets half of each can tell.

use std::hint;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering, fence};
use std::thread;

struct Size {
    version: AtomicU64,
    width: AtomicU32,
    height: AtomicU32,
}

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
    let mut size = Size::new(0, 0);
    let (mut editor, page) = size.split();
    let watch = move || {
        let mut torn = 0;
        loop {
            let (width, height) = page.get();
            if height != 2 * width {
                torn += 1;
            }
            if width == 100_000 {
                return torn;
            }
        }
    };
    let torn: u32 = thread::scope(|scope| {
        let pages = [scope.spawn(watch), scope.spawn(watch)];
        for width in 1..=100_000 {
            editor.set(width, 2 * width);
        }
        pages.map(|page| page.join().unwrap()).into_iter().sum()
    });
    println!("sizes of which half was old: {torn}");
}
// ANCHOR_END: main

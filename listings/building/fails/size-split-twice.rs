//! A photo's size is split once more while the first editor is still there
//!
//! If this compiled, there would be two editors, each alone according to its type. Both might make the version odd at the same time, and a page could be given the width of the one and the height of the other, or ask for ever.
//@ fixed-by: building/size-with-one-editor

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
    let mut size = Size::new(1200, 800);
    let (mut editor, page) = size.split();
    let (mut second, _) = size.split(); //~ E0499: cannot borrow `size` as mutable more than once
    thread::scope(|scope| {
        scope.spawn(move || editor.set(800, 1200));
        second.set(600, 400);
        let (width, height) = page.get();
        println!("page: {width} x {height}");
    });
}
// ANCHOR_END: main

//! A preview's width is kept in an `UnsafeCell`

use std::cell::UnsafeCell;

// ANCHOR: enlarge
struct Preview {
    width: UnsafeCell<u32>,
}

fn enlarge(preview: &Preview) {
    let width = preview.width.get();
    // SAFETY: there is one thread, and nobody else looks.
    unsafe { *width *= 2 };
}
// ANCHOR_END: enlarge

fn main() {
    let preview = Preview {
        width: UnsafeCell::new(160),
    };
    enlarge(&preview);
    println!("{} pixels wide", preview.width.into_inner());
}

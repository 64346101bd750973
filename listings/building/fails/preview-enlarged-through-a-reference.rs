//! A preview is made larger by a function that has a shared reference to it
//!
//! If this compiled, the compiler would still believe what `&Preview` says, that nothing behind it changes. It might have read the width of 160 before the call and print that after it, or print 320; nothing would hold it to either.
//@ fixed-by: building/preview-in-an-unsafe-cell

struct Preview {
    width: u32,
}

fn enlarge(preview: &Preview) {
    let width = &preview.width as *const u32 as *mut u32;
    // SAFETY: there is one thread, and nobody else looks.
    unsafe { *width *= 2 }; //~ invalid_reference_casting: assigning to `&T` is undefined behavior
}

fn main() {
    let preview = Preview { width: 160 };
    enlarge(&preview);
    println!("{} pixels wide", preview.width);
}

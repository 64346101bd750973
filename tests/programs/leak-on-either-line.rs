//! One of two lines allocates what is never freed, and nothing else tells which of them has
//@ returns: 5
//@ leaks in some: 15, 4 bytes
//@ leaks in some: 17, 4 bytes

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static IS_DARK: AtomicBool = AtomicBool::new(false);

#[inline(never)]
fn lamp() -> *mut u32 {
    let is_dark = IS_DARK.load(Ordering::SeqCst);
    let lamp = if is_dark {
        Box::new(5)
    } else {
        Box::new(5)
    };
    Box::into_raw(lamp)
}

fn main() {
    let dusk = thread::spawn(|| IS_DARK.store(true, Ordering::SeqCst));
    let lamp = lamp();
    dusk.join().unwrap();
    println!("{}", unsafe { *lamp });
}

//! Whether a thread-local of `main` still leads to a block is all that tells two ends from one another
//@ returns: done
//@ leaks in some: 16, 4 bytes

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static IS_DARK: AtomicBool = AtomicBool::new(false);
thread_local! {
    static LAMP: Cell<*mut u32> = const { Cell::new(std::ptr::null_mut()) };
}

fn main() {
    let dusk = thread::spawn(|| IS_DARK.store(true, Ordering::SeqCst));
    LAMP.set(Box::into_raw(Box::new(5_u32)));
    unsafe { *LAMP.get() += 1 };
    if !IS_DARK.load(Ordering::SeqCst) {
        LAMP.set(std::ptr::null_mut());
    }
    dusk.join().unwrap();
    println!("done");
}

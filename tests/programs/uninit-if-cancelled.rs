//! A thread that cancels the writing must not read: memory from `Box::new_uninit` has no value yet
//@ returns: 5
//@ undefined `read of memory never written, 20`:

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static CANCELLED: AtomicBool = AtomicBool::new(false);

fn main() {
    let mut page = Box::<u32>::new_uninit();
    thread::scope(|s| {
        s.spawn(|| {
            if !CANCELLED.load(Ordering::Relaxed) {
                page.write(5);
            }
        });
        CANCELLED.store(true, Ordering::Relaxed);
    });
    let written = unsafe { page.assume_init_read() };
    println!("{written}");
}

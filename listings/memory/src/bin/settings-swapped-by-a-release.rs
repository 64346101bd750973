//! Two threads each put new settings in place, and take the old ones away
//!
//! Each `swap` publishes one box and takes another one away. Its storing half is a `Release`, so the new box is published as it should be. Its loading half is `Relaxed`: the thread that gets the old address has acquired nothing, and reads and frees a box that another thread has written, unordered with that writing. Whatever was in that memory could be printed.
//@ races
//@ schedules

// Undefined behaviour: the old settings are read unordered with their writing.

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

struct Settings {
    minutes: u32,
}

static CURRENT: AtomicPtr<Settings> = AtomicPtr::new(ptr::null_mut());

// ANCHOR: both
// ANCHOR: replace
fn replace(minutes: u32) -> Option<u32> {
    let new = Box::into_raw(Box::new(Settings { minutes }));
    let old = CURRENT.swap(new, Ordering::Release);
    if old.is_null() {
        return None;
    }
    // Unsound: the old settings were released, and nobody has acquired them.
    Some(unsafe { Box::from_raw(old) }.minutes)
}
// ANCHOR_END: replace

fn main() {
    let technician = || replace(10);
    thread::scope(|scope| {
        scope.spawn(technician);
        match replace(5) {
            Some(minutes) => println!("every 5 minutes, no longer {minutes}"),
            None => println!("every 5 minutes, to begin with"),
        }
    });
    // SAFETY: made by `Box::into_raw`, and taken away by nobody.
    // It was written before the end of the scope.
    drop(unsafe { Box::from_raw(CURRENT.load(Ordering::Relaxed)) });
}
// ANCHOR_END: both

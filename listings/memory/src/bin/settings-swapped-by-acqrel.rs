//! Two threads each put new settings in place, and take the old ones away, by `AcqRel`
//!
//! `AcqRel` on a read-modify-write makes an `Acquire` of its loading half and a `Release` of its storing half. Who takes a box away has acquired it, and who puts one there has released it.
//@ outcome: every 5 minutes, no longer 10
//@ outcome: every 5 minutes, to begin with
//@ schedules

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
    let old = CURRENT.swap(new, Ordering::AcqRel);
    if old.is_null() {
        return None;
    }
    // SAFETY: taken once; written before the `Release` that this `swap` acquires.
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

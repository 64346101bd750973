//! A thumbnail is sent, and the page looks for it once
//@ leaks
//@ outcome: in time: true
//@ outcome: in time: false
//@ schedules

use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;

// ANCHOR: states
const EMPTY: u8 = 0;
const BUSY: u8 = 1;
const READY: u8 = 2;
const TAKEN: u8 = 3;
// ANCHOR_END: states

struct OneShot<T> {
    message: UnsafeCell<MaybeUninit<T>>,
    state: AtomicU8,
}

// SAFETY: one thread gets from EMPTY to BUSY, and writes; one gets from READY to
// TAKEN, and reads. The Release of READY happens before the Acquire of TAKEN.
unsafe impl<T: Send> Sync for OneShot<T> {}

impl<T> OneShot<T> {
    const fn new() -> OneShot<T> {
        OneShot {
            message: UnsafeCell::new(MaybeUninit::uninit()),
            state: AtomicU8::new(EMPTY),
        }
    }

    // ANCHOR: calls
    fn send(&self, message: T) {
        let state = &self.state;
        let step = state.compare_exchange(EMPTY, BUSY, Ordering::Relaxed, Ordering::Relaxed);
        assert!(step.is_ok(), "sent twice");
        // SAFETY: this thread alone has got to BUSY.
        unsafe { (*self.message.get()).write(message) };
        state.store(READY, Ordering::Release);
    }

    fn receive(&self) -> Option<T> {
        let state = &self.state;
        state
            .compare_exchange(READY, TAKEN, Ordering::Acquire, Ordering::Relaxed)
            .ok()?;
        // SAFETY: this thread alone has got from READY to TAKEN.
        Some(unsafe { (*self.message.get()).assume_init_read() })
    }
    // ANCHOR_END: calls
}

// ANCHOR: main
fn main() {
    let thumbnail = OneShot::new();
    // ANCHOR: scope
    thread::scope(|scope| {
        scope.spawn(|| thumbnail.send(String::from("harbour, small")));
        println!("in time: {}", thumbnail.receive().is_some());
    });
    // ANCHOR_END: scope
}
// ANCHOR_END: main

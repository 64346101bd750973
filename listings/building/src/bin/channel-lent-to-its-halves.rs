//! A channel for one thumbnail is lent to its two halves
//@ schedules

use std::cell::UnsafeCell;
use std::hint;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;

const EMPTY: u8 = 0;
const READY: u8 = 1;
const TAKEN: u8 = 2;

struct Channel<T> {
    message: UnsafeCell<MaybeUninit<T>>,
    state: AtomicU8,
}

// SAFETY: the only sender writes the message, and its Release of READY happens
// before the Acquire by which the only receiver sees it.
unsafe impl<T: Send> Sync for Channel<T> {}

impl<T> Drop for Channel<T> {
    fn drop(&mut self) {
        if *self.state.get_mut() == READY {
            // SAFETY: READY says that the message is there, and was not taken.
            unsafe { self.message.get_mut().assume_init_drop() };
        }
    }
}

// ANCHOR: halves
struct Sender<'a, T>(&'a Channel<T>);
struct Receiver<'a, T>(&'a Channel<T>);

impl<T> Channel<T> {
    fn new() -> Channel<T> {
        Channel {
            message: UnsafeCell::new(MaybeUninit::uninit()),
            state: AtomicU8::new(EMPTY),
        }
    }

    // ANCHOR: split
    fn split(&mut self) -> (Sender<'_, T>, Receiver<'_, T>) {
        *self = Channel::new();
        (Sender(self), Receiver(self))
    }
    // ANCHOR_END: split
}
// ANCHOR_END: halves

impl<T> Sender<'_, T> {
    fn send(self, message: T) {
        // SAFETY: this is the only sender, and `send` uses it up.
        unsafe { (*self.0.message.get()).write(message) };
        self.0.state.store(READY, Ordering::Release);
    }
}

impl<T> Receiver<'_, T> {
    fn receive(self) -> T {
        while self.0.state.load(Ordering::Acquire) == EMPTY {
            hint::spin_loop();
        }
        self.0.state.store(TAKEN, Ordering::Relaxed);
        // SAFETY: the state was READY, and this is the only receiver.
        unsafe { (*self.0.message.get()).assume_init_read() }
    }
}

// ANCHOR: main
fn main() {
    let mut channel = Channel::new();
    for file in ["harbour.jpg", "bridge.jpg"] {
        let (sender, receiver) = channel.split();
        thread::scope(|scope| {
            scope.spawn(|| sender.send(format!("{file}, small")));
            println!("{}", receiver.receive());
        });
    }
}
// ANCHOR_END: main

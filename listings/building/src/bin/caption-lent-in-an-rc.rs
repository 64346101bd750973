//! A caption in an `Rc` is sent to a page through two lent halves
//!
//! Each half has a `&Channel`, and that may be sent if the channel is `Sync`, which it claims for any content.
//@ races
//@ schedules

// Undefined behaviour: two threads change the count of one `Rc`.

use std::cell::UnsafeCell;
use std::hint;
use std::mem::MaybeUninit;
use std::rc::Rc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;

const EMPTY: u8 = 0;
const READY: u8 = 1;
const TAKEN: u8 = 2;

struct Channel<T> {
    message: UnsafeCell<MaybeUninit<T>>,
    state: AtomicU8,
}

// ANCHOR: promise
// SAFETY: the only sender writes the message, and its Release of READY happens
// before the Acquire by which the only receiver sees it.
unsafe impl<T> Sync for Channel<T> {}
// ANCHOR_END: promise

impl<T> Drop for Channel<T> {
    fn drop(&mut self) {
        if *self.state.get_mut() == READY {
            // SAFETY: READY says that the message is there, and was not taken.
            unsafe { self.message.get_mut().assume_init_drop() };
        }
    }
}
struct Sender<'a, T>(&'a Channel<T>);
struct Receiver<'a, T>(&'a Channel<T>);

impl<T> Channel<T> {
    fn new() -> Channel<T> {
        Channel {
            message: UnsafeCell::new(MaybeUninit::uninit()),
            state: AtomicU8::new(EMPTY),
        }
    }
    fn split(&mut self) -> (Sender<'_, T>, Receiver<'_, T>) {
        *self = Channel::new();
        (Sender(self), Receiver(self))
    }
}

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
    let caption: Rc<str> = Rc::from("harbour");
    let mut channel = Channel::new();
    let (sender, receiver) = channel.split();
    thread::scope(|scope| {
        scope.spawn(|| println!("{}", receiver.receive()));
        sender.send(Rc::clone(&caption));
        drop(caption);
    });
}
// ANCHOR_END: main

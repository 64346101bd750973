//! A receiver that stays with its thread, and the sender that goes
//@ schedules

use std::cell::UnsafeCell;
use std::marker::PhantomData;
use std::mem::MaybeUninit;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::thread::{self, Thread};

const EMPTY: u8 = 0;
const READY: u8 = 1;
const GONE: u8 = 2;

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
struct Sender<T> {
    channel: Arc<Channel<T>>,
    waiting: Thread,
}

struct Receiver<T> {
    channel: Arc<Channel<T>>,
    _stays: PhantomData<*const ()>,
}

fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let channel = Arc::new(Channel {
        message: UnsafeCell::new(MaybeUninit::uninit()),
        state: AtomicU8::new(EMPTY),
    });
    let sender = Sender {
        channel: Arc::clone(&channel),
        waiting: thread::current(),
    };
    let receiver = Receiver {
        channel,
        _stays: PhantomData,
    };
    (sender, receiver)
}

impl<T> Sender<T> {
    fn send(self, message: T) {
        // SAFETY: this is the only sender, and `send` uses it up.
        unsafe { (*self.channel.message.get()).write(message) };
        self.channel.state.store(READY, Ordering::Release);
    }
}

// ANCHOR: gone
impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        let state = &self.channel.state;
        let _ = state.compare_exchange(EMPTY, GONE, Ordering::Release, Ordering::Relaxed);
        self.waiting.unpark();
    }
}

impl<T> Receiver<T> {
    fn receive(self) -> Option<T> {
        let state = &self.channel.state;
        while state.load(Ordering::Acquire) == EMPTY {
            thread::park();
        }
        if state.swap(GONE, Ordering::Acquire) == GONE {
            return None;
        }
        // SAFETY: the state was READY, and this is the only receiver.
        Some(unsafe { (*self.channel.message.get()).assume_init_read() })
    }
}
// ANCHOR_END: gone
// ANCHOR_END: halves

// ANCHOR: main
fn main() {
    // ANCHOR: page
    let (sender, receiver) = channel();
    let worker = thread::spawn(move || sender.send("harbour, small"));
    println!("page: {}", receiver.receive().is_some());
    // ANCHOR_END: page
    worker.join().unwrap();
}
// ANCHOR_END: main

//! A caption in an `Arc` is sent to the thread of a page
//@ schedules

use std::cell::UnsafeCell;
use std::hint;
use std::mem::MaybeUninit;
use std::sync::Arc;
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
unsafe impl<T: Send> Sync for Channel<T> {}
// ANCHOR_END: promise

impl<T> Drop for Channel<T> {
    fn drop(&mut self) {
        if *self.state.get_mut() == READY {
            // SAFETY: READY says that the message is there, and was not taken.
            unsafe { self.message.get_mut().assume_init_drop() };
        }
    }
}
struct Sender<T>(Arc<Channel<T>>);
struct Receiver<T>(Arc<Channel<T>>);

fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let channel = Arc::new(Channel {
        message: UnsafeCell::new(MaybeUninit::uninit()),
        state: AtomicU8::new(EMPTY),
    });
    (Sender(Arc::clone(&channel)), Receiver(channel))
}
impl<T> Sender<T> {
    fn send(self, message: T) {
        // SAFETY: this is the only sender, and `send` uses it up.
        unsafe { (*self.0.message.get()).write(message) };
        self.0.state.store(READY, Ordering::Release);
    }
}

impl<T> Receiver<T> {
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
    let caption: Arc<str> = Arc::from("harbour");
    let (sender, receiver) = channel();
    let page = thread::spawn(move || println!("{}", receiver.receive()));
    sender.send(Arc::clone(&caption));
    drop(caption);
    page.join().unwrap();
}
// ANCHOR_END: main

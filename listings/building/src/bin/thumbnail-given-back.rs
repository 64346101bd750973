//! A sender gets its message back if nobody will receive it
//@ outcome: page: true | sent: true | sent: true
//@ outcome: page: true | sent: true | sent: false
//@ schedules

use std::cell::UnsafeCell;
use std::hint;
use std::mem::MaybeUninit;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;

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
    // ANCHOR: send
    fn send(self, message: T) -> Result<(), T> {
        let Channel {
            message: place,
            state,
        } = &*self.0;
        // SAFETY: this is the only sender, and nobody reads before READY.
        unsafe { (*place.get()).write(message) };
        // ANCHOR: match
        match state.compare_exchange(EMPTY, READY, Ordering::Release, Ordering::Relaxed) {
            Ok(_) => Ok(()),
            // SAFETY: the receiver has gone without having looked at the place.
            Err(_) => Err(unsafe { (*place.get()).assume_init_read() }),
        }
        // ANCHOR_END: match
    }
    // ANCHOR_END: send
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        let state = &self.0.state;
        let _ = state.compare_exchange(EMPTY, GONE, Ordering::Release, Ordering::Relaxed);
    }
}

// ANCHOR: gone
impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        let state = &self.0.state;
        let _ = state.compare_exchange(EMPTY, GONE, Ordering::Relaxed, Ordering::Relaxed);
    }
}
// ANCHOR_END: gone

impl<T> Receiver<T> {
    fn receive(self) -> Option<T> {
        let state = &self.0.state;
        while state.load(Ordering::Acquire) == EMPTY {
            hint::spin_loop();
        }
        if state.swap(GONE, Ordering::Acquire) == GONE {
            return None;
        }
        // SAFETY: the state was READY, and this is the only receiver.
        Some(unsafe { (*self.0.message.get()).assume_init_read() })
    }
}

// ANCHOR: main
fn main() {
    for is_open in [true, false] {
        let (sender, receiver) = channel();
        let worker = thread::spawn(move || sender.send("harbour, small").is_ok());
        if is_open {
            println!("page: {}", receiver.receive().is_some());
        } else {
            drop(receiver);
        }
        println!("sent: {}", worker.join().unwrap());
    }
}
// ANCHOR_END: main

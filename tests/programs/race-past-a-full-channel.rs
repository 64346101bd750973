//! A receive makes room for a send. What the receiver did before, the sender doesn't get to know: a channel's promise is
//! about what is sent, and goes one way
//@ undefined `data race, 17 and 23`:

use std::cell::UnsafeCell;
use std::sync::mpsc::sync_channel;
use std::thread;

struct Shared(UnsafeCell<u32>);
unsafe impl Sync for Shared {}

static TRAY: Shared = Shared(UnsafeCell::new(0));

fn main() {
    let (orders, received) = sync_channel(1);
    let kitchen = thread::spawn(move || {
        unsafe { *TRAY.0.get() = 1 };
        received.recv().unwrap();
        received
    });
    orders.send("soup").unwrap();
    orders.send("bread").unwrap();
    unsafe { *TRAY.0.get() = 2 };
    kitchen.join().unwrap();
}

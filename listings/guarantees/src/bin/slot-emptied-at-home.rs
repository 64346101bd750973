//! The connection is taken out where it was opened

use std::marker::PhantomData;
use std::thread::{self, ThreadId};

struct Connection {
    opened_on: ThreadId,
    _stays: PhantomData<*const ()>,
}

impl Drop for Connection {
    fn drop(&mut self) {
        let at_home = self.opened_on == thread::current().id();
        println!("closed at home: {at_home}");
    }
}

struct Slot<T>(T);

// SAFETY: a slot is its content, and no more.
unsafe impl<T: Send> Send for Slot<T> {}

fn main() {
    let slot = Slot(Connection {
        opened_on: thread::current().id(),
        _stays: PhantomData,
    });
    // ANCHOR: home
    let Slot(connection) = slot;
    let worker = thread::spawn(|| println!("worker: the slot is empty"));
    worker.join().unwrap();
    drop(connection);
    // ANCHOR_END: home
}

//! A connection in a slot of a pool, on its way to a worker

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

// SAFETY: a slot does nothing with its content.
unsafe impl<T> Send for Slot<T> {}

fn main() {
    let slot = Slot(Connection {
        opened_on: thread::current().id(),
        _stays: PhantomData,
    });
    let worker = thread::spawn(move || drop(slot));
    worker.join().unwrap();
}

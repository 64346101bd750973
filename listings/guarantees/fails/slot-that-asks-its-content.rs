//! With the bound, the slot travels only if its content may
//!
//! If this compiled, the connection would be closed on the worker's thread, behind the back of the library that opened
//! it for `main`. That's what happens in the listing before this one.
//@ fixed-by: guarantees/slot-emptied-at-home

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
    let worker = thread::spawn(move || drop(slot)); //~ E0277: `*const ()` cannot be sent between threads safely
    worker.join().unwrap();
}

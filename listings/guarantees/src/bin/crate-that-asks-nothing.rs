//! A scale in a crate, on its way with a carrier

use std::marker::PhantomData;
use std::thread::{self, ThreadId};

struct Scale {
    opened_on: ThreadId,
    _stays: PhantomData<*const ()>,
}

impl Drop for Scale {
    fn drop(&mut self) {
        let at_home = self.opened_on == thread::current().id();
        println!("closed at home: {at_home}");
    }
}

struct Crate<T>(T);

// SAFETY: a crate does nothing with its content.
unsafe impl<T> Send for Crate<T> {}

fn main() {
    let packed = Crate(Scale {
        opened_on: thread::current().id(),
        _stays: PhantomData,
    });
    let carrier = thread::spawn(move || drop(packed));
    carrier.join().unwrap();
}

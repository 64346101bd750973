//! The scale is taken out where it was opened

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

// SAFETY: a crate is its content, and no more.
unsafe impl<T: Send> Send for Crate<T> {}

fn main() {
    let packed = Crate(Scale {
        opened_on: thread::current().id(),
        _stays: PhantomData,
    });
    let Crate(scale) = packed;
    let carrier = thread::spawn(|| println!("carried: an empty crate"));
    carrier.join().unwrap();
    drop(scale);
}

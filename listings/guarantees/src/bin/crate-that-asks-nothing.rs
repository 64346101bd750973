//! A scale in a crate, and a promise without a bound

use std::marker::PhantomData;
use std::thread::{self, ThreadId};

struct Scale {
    opened_on: ThreadId,
    _stays: PhantomData<*const ()>,
}

impl Scale {
    fn open() -> Scale {
        Scale {
            opened_on: thread::current().id(),
            _stays: PhantomData,
        }
    }
}

impl Drop for Scale {
    fn drop(&mut self) {
        println!(
            "closed at home: {}",
            self.opened_on == thread::current().id()
        );
    }
}

struct Crate<T>(T);

// Unsound: it says nothing about `T`.
unsafe impl<T> Send for Crate<T> {}

fn main() {
    let packed = Crate(Scale::open());
    let carrier = thread::spawn(move || drop(packed));
    carrier.join().unwrap();
}

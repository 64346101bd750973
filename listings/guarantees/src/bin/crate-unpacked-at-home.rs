//! The scale is taken out where it was opened

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

// SAFETY: a crate is its content, and no more.
unsafe impl<T: Send> Send for Crate<T> {}

fn main() {
    let packed = Crate(Scale::open());
    let Crate(scale) = packed;
    let carrier = thread::spawn(|| println!("carried: an empty crate"));
    carrier.join().unwrap();
    drop(scale);
}

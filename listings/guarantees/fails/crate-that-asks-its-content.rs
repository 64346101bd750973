//! With the bound, the crate travels only if its content may
//!
//! If this compiled, the scale would be closed by the carrier's thread, behind the back of the library that opened it for `main`,
//! as the listing before this one has done.
//@ fixed-by: guarantees/crate-unpacked-at-home

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
    let carrier = thread::spawn(move || drop(packed)); //~ E0277: `*const ()` cannot be sent between threads safely
    carrier.join().unwrap();
}

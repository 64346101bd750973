//! A raw pointer inside keeps the parcel from travelling
//!
//! If this compiled, this parcel would arrive safely, since nobody else has its pointer. But every struct with a raw
//! pointer inside would travel by the same rule. If it had a `clone` that copies the pointer and counts the owners in a
//! plain number, there'd be two threads changing that number, and both could free one value.
//@ fixed-by: guarantees/parcel-vouched-for

use std::thread;

/// Owns a value on the heap, as a `Box` does.
struct Parcel<T>(*mut T);

impl<T> Parcel<T> {
    fn pack(content: T) -> Parcel<T> {
        Parcel(Box::into_raw(Box::new(content)))
    }

    fn look(&self) -> &T {
        // SAFETY: the pointer came from a `Box` that nobody else has, and `drop` alone frees it.
        unsafe { &*self.0 }
    }
}

impl<T> Drop for Parcel<T> {
    fn drop(&mut self) {
        // SAFETY: as above; a value is dropped once.
        drop(unsafe { Box::from_raw(self.0) });
    }
}

fn main() {
    let parcel = Parcel::pack("tea");

    let opener = thread::spawn(move || *parcel.look()); //~ E0277: `*mut &str` cannot be sent between threads safely
    println!("{}", opener.join().unwrap());
}

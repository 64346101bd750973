//! A promise that the compiler can't check needs the word for it
//!
//! If this compiled, this program would run as it does with the word, since its promise is true. But a false one
//! wouldn't need any `unsafe` either, and could send any raw pointer to another thread. Whoever looked for the cause of
//! a value freed twice would search for `unsafe`, find nothing wrong there, and never see this line.
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

// ANCHOR: promise
// SAFETY: nobody else has the pointer. Whoever owns the parcel owns its content alone,
// so to send the parcel is to send the content, and `T: Send` says that this may be done.
impl<T: Send> Send for Parcel<T> {} //~ E0200: the trait `Send` requires an `unsafe impl` declaration
// ANCHOR_END: promise

fn main() {
    let parcel = Parcel::pack("tea");

    let opener = thread::spawn(move || *parcel.look());
    println!("{}", opener.join().unwrap());
}

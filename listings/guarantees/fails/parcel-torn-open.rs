//! The closure mentions the pointer and not the parcel
//!
//! If this compiled, the thread would have a copy of the pointer, and the parcel would still be `main`'s. The order of
//! two lines saves us: with `drop(parcel)` above the `join`, in safe code, the thread could look into freed memory.
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
unsafe impl<T: Send> Send for Parcel<T> {}
// ANCHOR_END: promise

fn main() {
    let parcel = Parcel::pack("tea");

    // ANCHOR: torn
    // SAFETY: the parcel is dropped after the `join`.
    let opener = thread::spawn(move || unsafe { *parcel.0 }); //~ E0277: `*mut &str` cannot be sent
    // ANCHOR_END: torn
    println!("{}", opener.join().unwrap());
}

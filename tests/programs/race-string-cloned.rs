//! A clone of a `String` reads all of it
//@ undefined `data race, 16 and 19`:

use std::cell::UnsafeCell;
use std::thread;

struct Note(UnsafeCell<String>);
unsafe impl Sync for Note {}

fn main() {
    let note = Note(UnsafeCell::new(String::from("milk")));
    thread::scope(|scope| {
        let shared = &note;
        scope.spawn(move || {
            let bytes = unsafe { (*shared.0.get()).as_mut_vec() };
            bytes[0] = b'S';
        });
        let note = unsafe { &*shared.0.get() };
        let copy = note.clone();
        drop(copy);
    });
}

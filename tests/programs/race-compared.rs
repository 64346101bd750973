//! To compare two arrays of bytes reads both
//@ undefined `data race, 15 and 18`:

use std::cell::UnsafeCell;
use std::thread;

struct Word(UnsafeCell<[u8; 4]>);
unsafe impl Sync for Word {}

fn main() {
    let word = Word(UnsafeCell::new(*b"wine"));
    thread::scope(|scope| {
        let word = &word;
        scope.spawn(move || {
            unsafe { (*word.0.get())[3] = b'd' };
        });
        let here = unsafe { &*word.0.get() };
        println!("{}", here[..] == b"wind"[..]);
    });
}

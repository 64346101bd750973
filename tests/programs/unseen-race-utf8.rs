//! A race of a write with `from_utf8`, which looks at each byte
// This is undefined behaviour that the explorer does not see: the text is checked by standard library code that was compiled beforehand, which isn't instrumented.
//@ returns: true

use std::cell::UnsafeCell;
use std::{str, thread};

struct Word(UnsafeCell<[u8; 4]>);
unsafe impl Sync for Word {}

static WORD: Word = Word(UnsafeCell::new(*b"wine"));

fn main() {
    let writer = thread::spawn(|| {
        unsafe { (*WORD.0.get())[0] = b'f' };
    });
    let word = unsafe { &*WORD.0.get() };
    let read = str::from_utf8(word).is_ok();
    writer.join().unwrap();
    println!("{read}");
}

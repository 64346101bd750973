//! A race of a write with `from_utf8`, which looks at each byte
//@ undefined `data race, 14 and 17`:

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

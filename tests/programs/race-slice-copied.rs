//! A race of `copy_from_slice` with `to_vec`
//@ undefined `data race, 15 and 18`:

use std::cell::UnsafeCell;
use std::thread;

struct Word(UnsafeCell<[u8; 4]>);
unsafe impl Sync for Word {}

static WORD: Word = Word(UnsafeCell::new(*b"wine"));

fn main() {
    let writer = thread::spawn(|| {
        let word = unsafe { &mut *WORD.0.get() };
        word.copy_from_slice(b"beer");
    });
    let word = unsafe { &*WORD.0.get() };
    let copy = word.to_vec();
    writer.join().unwrap();
    println!("{}", copy.len());
}

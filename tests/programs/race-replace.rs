//! A race of `mem::replace` with `mem::swap`
//@ undefined `data race, 14 and 17`:

use std::cell::UnsafeCell;
use std::{mem, thread};

struct Shared(UnsafeCell<u32>);
unsafe impl Sync for Shared {}

static SHARED: Shared = Shared(UnsafeCell::new(0));

fn main() {
    let thread = thread::spawn(|| {
        let _old = unsafe { mem::replace(&mut *SHARED.0.get(), 1) };
    });
    let mut mine = 2;
    unsafe { mem::swap(&mut mine, &mut *SHARED.0.get()) };
    thread.join().unwrap();
    println!("{mine}");
}

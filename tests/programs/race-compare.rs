//! A race of comparing two arrays with a write to one of them
//@ undefined `data race, 14 and 16`:

use std::cell::UnsafeCell;
use std::thread;

struct Shared(UnsafeCell<[u8; 4]>);
unsafe impl Sync for Shared {}

static SHARED: Shared = Shared(UnsafeCell::new([0; 4]));

fn main() {
    let thread = thread::spawn(|| {
        unsafe { (*SHARED.0.get())[2] = 1 };
    });
    let same = unsafe { *SHARED.0.get() == [0; 4] };
    thread.join().unwrap();
    println!("{same}");
}

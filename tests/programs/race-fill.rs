//! A race of filling an array with reading one place of it
//@ undefined `data race, 14 and 16`:

use std::cell::UnsafeCell;
use std::thread;

struct Shared(UnsafeCell<[u32; 4]>);
unsafe impl Sync for Shared {}

static SHARED: Shared = Shared(UnsafeCell::new([0; 4]));

fn main() {
    let thread = thread::spawn(|| {
        unsafe { (*SHARED.0.get()).fill(1) };
    });
    let last = unsafe { (*SHARED.0.get())[3] };
    thread.join().unwrap();
    println!("{last}");
}

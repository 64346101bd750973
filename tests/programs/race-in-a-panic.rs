//! What a panic says is formatted, and so read
//@ undefined `data race, 12 and 14`:

use std::cell::UnsafeCell;
use std::thread;
struct S<T>(UnsafeCell<T>);
unsafe impl<T> Sync for S<T> {}
fn main() {
    let p = S(UnsafeCell::new(1u32));
    thread::scope(|s| {
        let p = &p;
        s.spawn(move || unsafe { *p.0.get() = 2 });
        let shared = unsafe { &*p.0.get() };
        let _ = std::panic::catch_unwind(|| panic!("{shared}"));
    });
}

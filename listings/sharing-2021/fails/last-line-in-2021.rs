//! In the edition of 2021, the guard in the last line outlives the `Mutex`
//!
//! If this compiled, the local variables would be dropped first, the `Mutex` among them, and the guard after them. Its destructor
//! would then unlock, and so write to, a `Mutex` that no longer exists.
//@ same-code-as: sharing/last-line-in-2024
//@ fixed-by: sharing-2021/last-line-named

use std::sync::Mutex;

fn slowest() -> u32 {
    let millis = Mutex::new(vec![30, 0, 70]);
    millis.lock().unwrap().iter().copied().max().unwrap() //~ E0597: `millis` does not live long enough
}

fn main() {
    println!("{} ms", slowest());
}

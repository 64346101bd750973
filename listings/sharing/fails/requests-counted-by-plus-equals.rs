//! An atomic number and `+=`
//!
//! If this compiled, a reader would have to know by heart whether `+=` is one step here, or a `load` and a `store` with
//! a gap between. If it's two, both workers could read 41, both write 42, and one request wouldn't be counted.
//@ fixed-by: sharing/requests-counted-by-fetch-add

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

// ANCHOR: work
static REQUESTS: AtomicU32 = AtomicU32::new(0);

fn work() {
    for _ in 0..500 {
        REQUESTS += 1; //~ E0368: cannot be applied to type
    }
}
// ANCHOR_END: work

fn main() {
    thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
    println!("{} requests", REQUESTS.load(Ordering::Relaxed));
}

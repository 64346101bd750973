//! An atomic number has no `+=`
//!
//! If this compiled, a reader would have to know by heart whether `+=` is one step here, or a `load` and a `store` with a
//! gap between them. In the second case both ovens could read 41, both write 42, and one loaf would not be counted.
//@ fixed-by: sharing/loaves-counted-by-fetch-add

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static LOAVES: AtomicU32 = AtomicU32::new(0);

fn bake() {
    for _ in 0..500 {
        LOAVES += 1; //~ E0368: cannot be applied to type
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(bake);
        scope.spawn(bake);
    });
    println!("{} loaves", LOAVES.load(Ordering::Relaxed));
}

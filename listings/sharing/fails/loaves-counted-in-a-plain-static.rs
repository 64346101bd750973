//! A plain `static` cannot be changed at all
//!
//! If this compiled, two ovens would add to one plain number. Both could read 41 and both write 42, and a loaf that was
//! baked would not be counted. As a data race, it would even be undefined what the program does.
//@ fixed-by: sharing/loaves-counted-by-fetch-add

use std::thread;

static LOAVES: u32 = 0;

fn bake() {
    for _ in 0..500 {
        LOAVES += 1; //~ E0594: cannot assign to immutable static item `LOAVES`
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(bake);
        scope.spawn(bake);
    });
    println!("{} loaves", LOAVES);
}

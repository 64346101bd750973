//! A scale is kept in a thread-local, and a pool draws two maps

use rayon::ThreadPoolBuilder;
use std::cell::Cell;

thread_local! {
    static SCALE: Cell<u32> = const { Cell::new(100) };
}

fn main() {
    let pool = ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    SCALE.set(50);

    pool.install(|| {
        println!("Oslo at {}", SCALE.get());
        SCALE.set(25);
    });
    pool.install(|| println!("Rome at {}", SCALE.get()));
}

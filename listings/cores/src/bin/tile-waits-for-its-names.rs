//! A tile gets its names from another job of the pool
//@ hangs

use rayon::ThreadPoolBuilder;
use std::sync::mpsc;

// ANCHOR: main
fn main() {
    let pool = ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let (names, inbox) = mpsc::channel();

    println!("one tile to draw");
    pool.join(
        move || println!("roads, {}", inbox.recv().unwrap()),
        move || names.send("Oslo").unwrap(),
    );
    println!("drawn");
}
// ANCHOR_END: main

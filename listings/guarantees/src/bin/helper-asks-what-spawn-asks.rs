//! A helper asks its callers for all that `spawn` asks of it

use std::thread::{self, JoinHandle};

// ANCHOR: helper
fn in_background<F, T>(job: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    thread::spawn(job)
}
// ANCHOR_END: helper

fn main() {
    let size = in_background(|| [12, 30].iter().sum::<u32>());

    println!("total: {} MB", size.join().unwrap());
}

//! A guard in the last line of a function, in the edition of 2024

use std::sync::Mutex;

// ANCHOR: slowest
fn slowest() -> u32 {
    let millis = Mutex::new(vec![30, 0, 70]);
    millis.lock().unwrap().iter().copied().max().unwrap()
}
// ANCHOR_END: slowest

fn main() {
    println!("{} ms", slowest());
}

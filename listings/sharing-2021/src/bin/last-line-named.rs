//! A guard with a name is dropped before the `Mutex`

use std::sync::Mutex;

// ANCHOR: slowest
fn slowest() -> u32 {
    let millis = Mutex::new(vec![30, 0, 70]);
    let list = millis.lock().unwrap();
    list.iter().copied().max().unwrap()
}
// ANCHOR_END: slowest

fn main() {
    println!("{} ms", slowest());
}

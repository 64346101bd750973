//! A pattern gives each element a reference of its own

use std::thread;

fn main() {
    let mut stock = [0, 0];
    // ANCHOR: names
    let [tea, jam] = &mut stock;

    thread::scope(|scope| {
        scope.spawn(|| *tea += 20);
        scope.spawn(|| *jam += 30);
    });
    // ANCHOR_END: names

    println!("{stock:?}");
}

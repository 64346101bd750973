//! After the scope nobody writes any more

use std::thread;

fn main() {
    let mut cart = vec!["tea"];

    // ANCHOR: scope
    thread::scope(|scope| {
        scope.spawn(|| cart.push("jam"));
    });
    println!("{} items", cart.len());
    // ANCHOR_END: scope
}

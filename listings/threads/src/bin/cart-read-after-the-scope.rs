//! After the scope nobody writes any more

use std::thread;

fn main() {
    let mut cart = vec!["tea"];

    thread::scope(|scope| {
        scope.spawn(|| cart.push("jam"));
    });
    println!("{} items", cart.len());
}

//! `main` can't read a cart that a thread is adding to
//!
//! If this compiled, `main` could ask for the cart's length just as `push` changes it, perhaps while the items are on
//! their way to a larger block of memory: a data race. It could count an item that hasn't been written yet, and a line
//! that read this item would read garbage.
//@ fixed-by: threads/cart-read-after-the-scope

use std::thread;

fn main() {
    let mut cart = vec!["tea"];

    thread::scope(|scope| {
        scope.spawn(|| cart.push("jam"));
        println!("{} items", cart.len()); //~ E0502: cannot borrow `cart` as immutable
    });
}

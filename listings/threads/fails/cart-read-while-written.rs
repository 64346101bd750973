//! `main` cannot read a cart to which a thread is adding
//!
//! If this compiled, `main` would ask for the cart's length while `push` changes it, and perhaps while the items move to
//! a larger block of memory: a data race. It could count an item that has not been written yet; a line that read this
//! item would read garbage.
//@ fixed-by: threads/cart-read-after-the-scope

use std::thread;

fn main() {
    let mut cart = vec!["tea"];

    thread::scope(|scope| {
        scope.spawn(|| cart.push("jam"));
        println!("{} items", cart.len()); //~ E0502: cannot borrow `cart` as immutable
    });
}

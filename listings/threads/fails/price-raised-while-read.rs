//! A price can't be raised while a thread reads it
//!
//! If this compiled, the thread could read the price just as `main` writes it: a data race. The label could carry the
//! old price, the new one, or, for a value that isn't written in a single step, half of each.
//@ fixed-by: threads/price-raised-after-the-scope

use std::thread;

fn main() {
    let mut price = 250;

    thread::scope(|scope| {
        scope.spawn(|| println!("label: {price} cents"));
        price += 30; //~ E0506: cannot assign to `price` because it is borrowed
    });

    println!("till: {price} cents");
}

//! A price cannot be raised while a thread reads it
//!
//! If this compiled, the thread could read the price at the same moment as `main` writes it: a data race. The label
//! could carry the old price, the new one, or, for a value that is written in more than one step, half of each.
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

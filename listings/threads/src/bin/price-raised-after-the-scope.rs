//! The label is printed at the old price, and the till knows the new one

use std::thread;

fn main() {
    let mut price = 250;

    // ANCHOR: scope
    thread::scope(|scope| {
        scope.spawn(|| println!("label: {price} cents"));
    });
    price += 30;
    // ANCHOR_END: scope

    println!("till: {price} cents");
}

//! The label is printed at the old price, the till knows the new one

use std::thread;

fn main() {
    let mut price = 250;

    thread::scope(|scope| {
        scope.spawn(|| println!("label: {price} cents"));
    });
    price += 30;

    println!("till: {price} cents");
}

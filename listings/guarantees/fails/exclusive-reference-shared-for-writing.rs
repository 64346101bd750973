//! Through a shared reference nobody writes, whatever it points to
//!
//! If this compiled, two threads could raise the price through two copies of `shared`. Both could read 250 and write 280, and
//! one rise would be lost, in a number that its owner had lent out exclusively.
//@ fixed-by: guarantees/exclusive-reference-shared-for-reading

use std::thread;

fn main() {
    let mut price = 250;
    let till = &mut price;
    let shared = &till;

    thread::scope(|scope| {
        scope.spawn(move || **shared += 30); //~ E0594: cannot assign to `**shared`, which is behind a `&` reference
        scope.spawn(move || assert_eq!(**shared, 250));
    });

    *till += 30;
    println!("till: {price} cents");
}

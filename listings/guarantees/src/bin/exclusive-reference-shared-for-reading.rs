//! Two threads share one exclusive reference

use std::thread;

fn main() {
    let mut price = 250;
    let till = &mut price;
    let shared = &till;

    thread::scope(|scope| {
        scope.spawn(move || assert_eq!(**shared, 250));
        scope.spawn(move || assert_eq!(**shared, 250));
    });

    *till += 30;
    println!("till: {price} cents");
}

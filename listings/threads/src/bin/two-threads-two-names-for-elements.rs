//! A pattern gives each element a reference of its own

use std::thread;

fn main() {
    let mut goals = [0, 0];
    let [home, guests] = &mut goals;

    thread::scope(|scope| {
        scope.spawn(|| *home += 2);
        scope.spawn(|| *guests += 3);
    });

    println!("{goals:?}");
}

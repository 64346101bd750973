//! There is no way past the lock to what a `Mutex` holds
//!
//! If this compiled, one till could take a loaf while the other, lock in hand, is between reading the number and writing it. Both
//! would take the same loaf: the number goes down by one, and two customers have paid. One line that forgets the lock
//! spoils all the lines that remember it.
//@ fixed-by: sharing/token-taken-under-the-lock

use std::sync::Mutex;
use std::thread;

struct Shelf {
    bread: u32,
}

fn main() {
    let shelf = Mutex::new(Shelf { bread: 10 });

    thread::scope(|scope| {
        scope.spawn(|| shelf.lock().unwrap().bread -= 1);
        scope.spawn(|| shelf.bread -= 1); //~ E0609: no field `bread` on type `std::sync::Mutex<Shelf>`
    });

    println!("{} loaves", shelf.lock().unwrap().bread);
}

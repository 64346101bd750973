//! After the scope, `main` has the `Mutex` for itself and needs no lock

use std::sync::Mutex;
use std::thread;

fn main() {
    let mut served = Mutex::new(50);

    // ANCHOR: reset
    thread::scope(|scope| {
        scope.spawn(|| *served.lock().unwrap() += 3);
    });
    *served.get_mut().unwrap() = 0;

    println!("today: {}", served.into_inner().unwrap());
    // ANCHOR_END: reset
}

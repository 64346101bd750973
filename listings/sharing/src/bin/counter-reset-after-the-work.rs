//! After the scope, `main` has the `Mutex` for itself and needs no lock

use std::sync::Mutex;
use std::thread;

fn main() {
    let mut drawer = Mutex::new(50);

    thread::scope(|scope| {
        scope.spawn(|| *drawer.lock().unwrap() += 3);
    });
    *drawer.get_mut().unwrap() = 0;

    println!("counted: {}", drawer.into_inner().unwrap());
}

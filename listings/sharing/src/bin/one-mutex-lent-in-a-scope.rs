//! One `Mutex`, lent to two threads

use std::sync::Mutex;
use std::thread;

fn main() {
    // ANCHOR: scope
    let bookings = Mutex::new(vec!["Ada"]);

    thread::scope(|scope| {
        scope.spawn(|| bookings.lock().unwrap().push("Bo"));
        scope.spawn(|| bookings.lock().unwrap().push("Cy"));
    });

    println!("{} bookings", bookings.into_inner().unwrap().len());
    // ANCHOR_END: scope
}

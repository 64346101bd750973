//! The one thread that counts owns the count

use std::cell::Cell;
use std::thread;

fn main() {
    let retries = Cell::new(0);

    thread::scope(|scope| {
        // ANCHOR: closure
        scope.spawn(move || {
            retries.set(retries.get() + 3);
            println!("retries: {}", retries.get());
        });
        // ANCHOR_END: closure
    });
}

//! The one thread that counts owns the tally

use std::cell::Cell;
use std::thread;

fn main() {
    let tally = Cell::new(0);

    thread::scope(|scope| {
        scope.spawn(move || {
            tally.set(tally.get() + 3);
            println!("counted: {}", tally.get());
        });
    });
}

//! The warmest reading is printed while a sensor still looks for it
//!
//! If this compiled, `main` would read a number that the sensor may be writing, and nothing would put the one before the other. It would be a data race, and what's printed wouldn't have to be any reading at all.
//@ fixed-by: memory/highest-shown-when-counted

use std::thread;

fn main() {
    let readings = [18, 21, 20];
    let mut highest = 0;
    thread::scope(|scope| {
        scope.spawn(|| {
            for reading in readings {
                highest = highest.max(reading);
            }
        });
        println!("highest: {highest} degrees"); //~ E0502: cannot borrow `highest` as immutable
    });
}

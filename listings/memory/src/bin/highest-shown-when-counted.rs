//! The warmest reading is printed behind the scope
//@ schedules

use std::thread;

fn main() {
    let readings = [18, 21, 20];
    let mut highest = 0;
    // ANCHOR: looking
    thread::scope(|scope| {
        scope.spawn(|| {
            for reading in readings {
                highest = highest.max(reading);
            }
        });
    });
    println!("highest: {highest} degrees");
    // ANCHOR_END: looking
}

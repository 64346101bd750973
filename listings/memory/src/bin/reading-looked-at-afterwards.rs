//! A reading is printed behind the scope of the thread that writes it
//@ schedules

use std::thread;

#[derive(Debug, Default)]
struct Reading {
    degrees: i32,
    complete: bool,
}

fn with_care(reading: &mut Reading, degrees: i32) {
    reading.complete = false;
    reading.degrees = degrees;
    reading.complete = true;
}

fn main() {
    let mut reading = Reading::default();
    // ANCHOR: looking
    thread::scope(|scope| {
        scope.spawn(|| with_care(&mut reading, 21));
    });
    println!("{reading:?}");
    // ANCHOR_END: looking
}

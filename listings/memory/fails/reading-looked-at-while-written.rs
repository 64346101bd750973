//! A reading is printed while another thread writes a new one with care
//!
//! If this compiled, `main` could find the old degrees marked as complete. The compiler may leave out the line that says `false`, on the ground that nobody else is there to see it, and does so if it's asked to optimise.
//@ fixed-by: memory/reading-looked-at-afterwards

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
    thread::scope(|scope| {
        scope.spawn(|| with_care(&mut reading, 21));
        println!("{reading:?}"); //~ E0502: cannot borrow `reading` as immutable
    });
}

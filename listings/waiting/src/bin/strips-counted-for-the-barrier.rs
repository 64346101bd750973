//! Three strips meet twice at a barrier made for the strips there are
//@ schedules

use std::sync::Barrier;
use std::thread;

// ANCHOR: strips
const STRIPS: [&str; 3] = ["north", "west", "east"];
static HOUR: Barrier = Barrier::new(STRIPS.len());

fn compute() {
    HOUR.wait(); // all have read
    HOUR.wait(); // all have written
}

fn main() {
    for strip in STRIPS.map(|_| thread::spawn(compute)) {
        strip.join().unwrap();
    }
    println!("the hour is over");
}
// ANCHOR_END: strips

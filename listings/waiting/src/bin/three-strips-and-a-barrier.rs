//! Three strips meet twice at a barrier for two
//@ may-hang
//@ schedules

use std::sync::Barrier;
use std::thread;

static HOUR: Barrier = Barrier::new(2);

fn compute() {
    HOUR.wait(); // all have read
    HOUR.wait(); // all have written
}

fn main() {
    let north = thread::spawn(compute);
    let west = thread::spawn(compute);
    let east = thread::spawn(compute);

    for strip in [north, west, east] {
        strip.join().unwrap();
    }
    println!("the hour is over");
}

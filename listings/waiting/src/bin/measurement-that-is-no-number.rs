//! A strip gets a measurement that is no number, and the other one waits at the barrier
//@ hangs
//@ schedules

use std::sync::Barrier;
use std::thread;

static HOUR: Barrier = Barrier::new(2);

fn compute(name: &str, measured: &str) {
    let degrees: u32 = measured.parse().unwrap(); //~ panic: InvalidDigit
    HOUR.wait();
    println!("{name}: {degrees}");
}

fn main() {
    let east = thread::spawn(|| compute("east", "16"));
    let west = thread::spawn(|| compute("west", "n/a"));

    println!("west is lost: {}", west.join().is_err());
    println!("east is lost: {}", east.join().is_err());
}

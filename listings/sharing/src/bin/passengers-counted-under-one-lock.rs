//! Each gate locks once, to read and to write
//@ schedules

use std::sync::{Barrier, Mutex};
use std::thread;

static PASSENGERS: Mutex<u32> = Mutex::new(0);
static BOARDING: Barrier = Barrier::new(2);

// ANCHOR: count
fn count(group: u32) {
    BOARDING.wait();
    let mut passengers = PASSENGERS.lock().unwrap();
    *passengers += group;
}
// ANCHOR_END: count

fn main() {
    let gates = [4, 2].map(|group| thread::spawn(move || count(group)));

    for gate in gates {
        gate.join().unwrap();
    }
    println!("{} on board", PASSENGERS.lock().unwrap());
}

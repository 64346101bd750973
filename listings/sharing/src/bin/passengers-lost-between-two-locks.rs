//! Each gate locks to read, and locks again to write
//@ outcome: 6 on board
//@ outcome: 4 on board
//@ outcome: 2 on board
//@ schedules

use std::sync::{Barrier, Mutex};
use std::thread;

static PASSENGERS: Mutex<u32> = Mutex::new(0);
static BOARDING: Barrier = Barrier::new(2);

fn count(group: u32) {
    BOARDING.wait();
    let before = *PASSENGERS.lock().unwrap();
    *PASSENGERS.lock().unwrap() = before + group;
}

fn main() {
    let gates = [4, 2].map(|group| thread::spawn(move || count(group)));

    for gate in gates {
        gate.join().unwrap();
    }
    println!("{} on board", PASSENGERS.lock().unwrap());
}

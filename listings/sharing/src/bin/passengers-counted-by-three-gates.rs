//! Three gates count passengers in one number
//@ schedules

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let passengers = Arc::new(Mutex::new(0));

    let mut gates = Vec::new();
    for group in [4, 2, 1] {
        let passengers = Arc::clone(&passengers);
        gates.push(thread::spawn(move || {
            *passengers.lock().unwrap() += group;
        }));
    }
    for gate in gates {
        gate.join().unwrap();
    }

    println!("{} on board", passengers.lock().unwrap());
}

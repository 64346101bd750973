//! Two customers, two loaves, and an `if`
//@ outcome: 2 of 2 customers have bread
//@ outcome: 1 of 2 customers have bread
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

static SHELF: Mutex<u32> = Mutex::new(0);
static BAKED: Condvar = Condvar::new();

fn buys_bread() -> bool {
    let mut shelf = SHELF.lock().unwrap();
    if *shelf == 0 {
        shelf = BAKED.wait(shelf).unwrap();
    }
    if *shelf == 0 {
        return false;
    }
    *shelf -= 1;
    true
}

fn main() {
    let customers = [thread::spawn(buys_bread), thread::spawn(buys_bread)];
    for _loaf in 0..2 {
        *SHELF.lock().unwrap() += 1;
        BAKED.notify_one();
    }

    let bought = customers.map(|customer| customer.join().unwrap());
    let served = bought.iter().filter(|bread| **bread).count();
    println!("{served} of 2 customers have bread");
}

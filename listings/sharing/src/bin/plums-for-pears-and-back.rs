//! Two clerks carry fruit between two crates
//@ hangs
//@ schedules

use std::sync::{Barrier, Mutex};
use std::thread;

static PLUMS: Mutex<u32> = Mutex::new(5);
static PEARS: Mutex<u32> = Mutex::new(5);
static EACH_HOLDS_ONE: Barrier = Barrier::new(2);

fn plums_for_pears() {
    let mut plums = PLUMS.lock().unwrap();
    EACH_HOLDS_ONE.wait();
    let mut pears = PEARS.lock().unwrap();
    *plums -= 1;
    *pears += 1;
}

fn pears_for_plums() {
    let mut pears = PEARS.lock().unwrap();
    EACH_HOLDS_ONE.wait();
    let mut plums = PLUMS.lock().unwrap();
    *pears -= 1;
    *plums += 1;
}

fn main() {
    println!("the market opens");

    let ann = thread::spawn(plums_for_pears);
    let ben = thread::spawn(pears_for_plums);

    ann.join().unwrap();
    ben.join().unwrap();
    println!("{} and {}", PLUMS.lock().unwrap(), PEARS.lock().unwrap());
}

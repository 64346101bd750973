//! Both clerks lock the plums first
//@ schedules

use std::sync::{Barrier, Mutex};
use std::thread;

static PLUMS: Mutex<u32> = Mutex::new(5);
static PEARS: Mutex<u32> = Mutex::new(5);
static BOTH_ARE_HERE: Barrier = Barrier::new(2);

// ANCHOR: clerks
fn plums_for_pears() {
    BOTH_ARE_HERE.wait();
    let mut plums = PLUMS.lock().unwrap();
    let mut pears = PEARS.lock().unwrap();
    *plums -= 1;
    *pears += 1;
}

fn pears_for_plums() {
    BOTH_ARE_HERE.wait();
    let mut plums = PLUMS.lock().unwrap();
    let mut pears = PEARS.lock().unwrap();
    *pears -= 1;
    *plums += 1;
}
// ANCHOR_END: clerks

fn main() {
    println!("the market opens");

    let ann = thread::spawn(plums_for_pears);
    let ben = thread::spawn(pears_for_plums);

    ann.join().unwrap();
    ben.join().unwrap();
    println!("{} and {}", PLUMS.lock().unwrap(), PEARS.lock().unwrap());
}

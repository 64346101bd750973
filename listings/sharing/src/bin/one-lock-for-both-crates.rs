//! Both crates behind one lock

use std::sync::{Barrier, Mutex};
use std::thread;

struct Stall {
    plums: u32,
    pears: u32,
}

static STALL: Mutex<Stall> = Mutex::new(Stall { plums: 5, pears: 5 });
static BOTH_ARE_HERE: Barrier = Barrier::new(2);

// ANCHOR: exchange
fn exchange(plums: u32, pears: u32) {
    BOTH_ARE_HERE.wait();
    let mut stall = STALL.lock().unwrap();
    stall.plums = stall.plums + pears - plums;
    stall.pears = stall.pears + plums - pears;
}
// ANCHOR_END: exchange

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| exchange(1, 0));
        scope.spawn(|| exchange(0, 1));
    });
    let stall = STALL.lock().unwrap();
    println!("{} and {}", stall.plums, stall.pears);
}

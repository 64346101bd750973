//! Whoever can't have both crates puts the first one back

use std::sync::{Barrier, Mutex};
use std::thread;

static PLUMS: Mutex<u32> = Mutex::new(5);
static PEARS: Mutex<u32> = Mutex::new(5);
static BOTH_ARE_HERE: Barrier = Barrier::new(2);

// ANCHOR: exchange
fn exchange(give: &Mutex<u32>, take: &Mutex<u32>) {
    BOTH_ARE_HERE.wait();
    loop {
        let mut given = give.lock().unwrap();
        if let Ok(mut taken) = take.try_lock() {
            *given -= 1;
            *taken += 1;
            return;
        }
        drop(given);
        thread::yield_now();
    }
}
// ANCHOR_END: exchange

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| exchange(&PLUMS, &PEARS));
        scope.spawn(|| exchange(&PEARS, &PLUMS));
    });
    println!("{} and {}", PLUMS.lock().unwrap(), PEARS.lock().unwrap());
}

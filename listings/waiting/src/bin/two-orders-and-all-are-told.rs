//! Orders of two sizes, and all of them are woken
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

static FREE: Mutex<u32> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

fn books(seats: u32) {
    let free = FREE.lock().unwrap();
    *FREED.wait_while(free, |free| *free < seats).unwrap() -= seats;
}

fn main() {
    thread::scope(|scope| {
        let family = scope.spawn(|| books(2));
        let guest = scope.spawn(|| books(1));

        // ANCHOR: main
        *FREE.lock().unwrap() += 1;
        FREED.notify_all();
        guest.join().unwrap();
        println!("the guest is seated");

        *FREE.lock().unwrap() += 2;
        FREED.notify_all();
        family.join().unwrap();
        // ANCHOR_END: main
    });
    println!("the family is seated");
}

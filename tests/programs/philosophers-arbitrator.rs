//! Three philosophers, and a waiter who lets two of them sit
//@ returns: fed

use std::sync::{Condvar, Mutex};
use std::thread;

static FORKS: [Mutex<()>; 3] = [const { Mutex::new(()) }; 3];
static SEATS: Mutex<u32> = Mutex::new(2);
static FREED: Condvar = Condvar::new();

fn main() {
    thread::scope(|s| {
        for me in 0..3 {
            s.spawn(move || {
                *FREED.wait_while(SEATS.lock().unwrap(), |seats| *seats == 0).unwrap() -= 1;
                {
                    let _left = FORKS[me].lock().unwrap();
                    let _right = FORKS[(me + 1) % 3].lock().unwrap();
                }
                *SEATS.lock().unwrap() += 1;
                FREED.notify_one();
            });
        }
    });
    println!("fed");
}

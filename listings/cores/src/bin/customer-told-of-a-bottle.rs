//! A customer is told of a bottle

use parking_lot::{Condvar, Mutex};
use std::sync::mpsc;
use std::thread;

static BOTTLES: Mutex<u32> = Mutex::new(0);
static DELIVERED: Condvar = Condvar::new();

fn main() {
    let (here, customer_is_here) = mpsc::channel();
    // ANCHOR: customer
    let customer = thread::spawn(move || {
        let mut bottles = BOTTLES.lock();
        here.send(()).unwrap();
        if *bottles == 0 {
            DELIVERED.wait(&mut bottles);
        }
        println!("customer: {bottles} there");
    });

    customer_is_here.recv().unwrap();
    let mut bottles = BOTTLES.lock();
    *bottles += 1;
    DELIVERED.notify_one();
    *bottles -= 1; // The next in the queue has it.
    drop(bottles);
    // ANCHOR_END: customer
    customer.join().unwrap();
}

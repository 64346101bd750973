//! The first order is copied before the wait
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

static ORDERS: Mutex<Vec<String>> = Mutex::new(vec![]);
static CHANGED: Condvar = Condvar::new();

fn main() {
    let mut orders = ORDERS.lock().unwrap();
    orders.push(String::from("order 17"));
    let packer = thread::spawn(|| {
        ORDERS.lock().unwrap().clear();
        CHANGED.notify_one();
    });

    // ANCHOR: wait
    let first = orders.first().cloned();
    let orders = CHANGED.wait_while(orders, |orders| !orders.is_empty());
    println!("packed first: {first:?}");
    // ANCHOR_END: wait
    drop(orders);
    packer.join().unwrap();
}

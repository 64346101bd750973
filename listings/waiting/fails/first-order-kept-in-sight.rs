//! A reference into the list, kept across a wait
//!
//! If this compiled, `first` would lead into a list that another thread has changed during the wait. Here that thread
//! empties it, and the text that `first` leads to has been freed by the time that it's printed.
//@ fixed-by: waiting/first-order-copied

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

    let first = orders.first();
    let orders = CHANGED.wait_while(orders, |orders| !orders.is_empty()); //~ E0505: cannot move out of `orders`
    println!("packed first: {first:?}");
    drop(orders);
    packer.join().unwrap();
}

//! A customer copies down which loaf is the first
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

static SHELF: Mutex<Vec<String>> = Mutex::new(vec![]);
static BAKED: Condvar = Condvar::new();

fn main() {
    let mut shelf = SHELF.lock().unwrap();
    shelf.push(String::from("yesterday's rye"));
    let baker = thread::spawn(|| {
        *SHELF.lock().unwrap() = vec![String::from("rye"), String::from("spelt")];
        BAKED.notify_one();
    });

    // ANCHOR: wait
    let first = shelf.first().cloned();
    let shelf = BAKED.wait_while(shelf, |shelf| shelf.len() < 2).unwrap();
    println!("first on the shelf: {first:?}");
    // ANCHOR_END: wait
    drop(shelf);
    baker.join().unwrap();
}

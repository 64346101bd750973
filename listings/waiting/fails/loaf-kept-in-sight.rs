//! A customer keeps an eye on the first loaf during the wait
//!
//! If this compiled, `first` would lead into a list that the baker has replaced during the wait. The text that it leads
//! to has been freed by the time that it's printed.
//@ fixed-by: waiting/loaf-copied-before-the-wait

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
    let first = shelf.first();
    let shelf = BAKED.wait_while(shelf, |shelf| shelf.len() < 2).unwrap(); //~ E0505: cannot move out of `shelf`
    println!("first on the shelf: {first:?}");
    // ANCHOR_END: wait
    drop(shelf);
    baker.join().unwrap();
}

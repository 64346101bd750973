//! One customer, one loaf, and an `if`
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

static SHELF: Mutex<u32> = Mutex::new(0);
static BAKED: Condvar = Condvar::new();

fn main() {
    let baker = thread::spawn(|| {
        *SHELF.lock().unwrap() += 1;
        BAKED.notify_one();
    });

    let mut shelf = SHELF.lock().unwrap();
    if *shelf == 0 {
        shelf = BAKED.wait(shelf).unwrap();
    }
    println!("loaves on the shelf: {shelf}");
    drop(shelf);
    baker.join().unwrap();
}

//! A customer who wants two loaves waits while there are fewer
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

static SHELF: Mutex<u32> = Mutex::new(0);
static BAKED: Condvar = Condvar::new();

fn main() {
    let shelf = SHELF.lock().unwrap();
    let baker = thread::spawn(|| {
        for _loaf in 0..2 {
            *SHELF.lock().unwrap() += 1;
            BAKED.notify_one();
        }
    });

    // ANCHOR: customer
    let shelf = BAKED.wait_while(shelf, |shelf| *shelf < 2).unwrap();
    println!("loaves on the shelf: {shelf}");
    // ANCHOR_END: customer
    drop(shelf);
    baker.join().unwrap();
}

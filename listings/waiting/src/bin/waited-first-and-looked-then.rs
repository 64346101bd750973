//! One customer, who waits first and looks then
//@ may-hang
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
    // ANCHOR: loop
    loop {
        shelf = BAKED.wait(shelf).unwrap();
        if *shelf > 0 {
            break;
        }
    }
    // ANCHOR_END: loop
    println!("loaves on the shelf: {shelf}");
    drop(shelf);
    baker.join().unwrap();
}

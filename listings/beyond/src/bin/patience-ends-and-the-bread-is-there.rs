//! Patience comes to its end, and by then the bread is there
//@ outcome: takes the bread
//@ outcome: goes home past 0 loaves
//@ outcome: goes home past 1 loaves
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

static SHELF: Mutex<u32> = Mutex::new(0);
static BAKED: Condvar = Condvar::new();

fn main() {
    let baker = thread::spawn(|| {
        thread::sleep(Duration::from_millis(2));
        *SHELF.lock().unwrap() += 1;
        BAKED.notify_one();
    });

    let shelf = SHELF.lock().unwrap();
    let (shelf, wait) = BAKED.wait_timeout(shelf, Duration::from_millis(2)).unwrap();
    if wait.timed_out() {
        println!("goes home past {} loaves", *shelf);
    } else {
        println!("takes the bread");
    }
    drop(shelf);
    baker.join().unwrap();
}

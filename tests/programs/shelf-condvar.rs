//! A pointer handed over behind a mutex, and its taker waits on a condition variable
//@ returns: 6

use std::ptr;
use std::sync::{Condvar, Mutex};
use std::thread;

struct Bread(*mut u32);
unsafe impl Send for Bread {}

static SHELF: Mutex<Bread> = Mutex::new(Bread(ptr::null_mut()));
static FILLED: Condvar = Condvar::new();

fn main() {
    let baker = thread::spawn(|| {
        let bread = Box::into_raw(Box::new(5));
        unsafe { *bread += 1 };
        SHELF.lock().unwrap().0 = bread;
        FILLED.notify_one();
    });
    let shelf = FILLED.wait_while(SHELF.lock().unwrap(), |shelf| shelf.0.is_null()).unwrap();
    let bread = unsafe { Box::from_raw(shelf.0) };
    println!("{bread}");
    drop(shelf);
    baker.join().unwrap();
}

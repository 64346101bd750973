//! A large photo and a small one are both told of memory
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

static FREE: Mutex<u32> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

fn reserves(gigabytes: u32) {
    let free = FREE.lock().unwrap();
    let mut free = FREED.wait_while(free, |free| *free < gigabytes).unwrap();
    *free -= gigabytes;
}

fn main() {
    thread::scope(|scope| {
        let large = scope.spawn(|| reserves(2));
        let small = scope.spawn(|| reserves(1));

        // ANCHOR: main
        *FREE.lock().unwrap() += 1;
        FREED.notify_all();
        small.join().unwrap();
        println!("the small one has its memory");

        *FREE.lock().unwrap() += 2;
        FREED.notify_all();
        large.join().unwrap();
        // ANCHOR_END: main
    });
    println!("the large one has its memory");
}

//! The same two requests, and a `Mutex`
//@ hangs
//@ schedules

use std::sync::{Barrier, Mutex};
use std::thread;

fn main() {
    let cache = Mutex::new(vec!["logo", "map"]);
    let both_inside = Barrier::new(2);
    println!("the cache is open");

    // ANCHOR: look
    let look = || {
        let images = cache.lock().unwrap();
        both_inside.wait();
        images.len()
    };
    // ANCHOR_END: look

    thread::scope(|scope| {
        let ann = scope.spawn(look);
        let ben = scope.spawn(look);
        println!("Ann sees {} images", ann.join().unwrap());
        println!("Ben sees {} images", ben.join().unwrap());
    });
}

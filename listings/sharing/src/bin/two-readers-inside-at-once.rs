//! Two requests look into one cache
//@ schedules

use std::sync::{Barrier, RwLock};
use std::thread;

fn main() {
    let cache = RwLock::new(vec!["logo", "map"]);
    let both_inside = Barrier::new(2);
    println!("the cache is open");

    let look = || {
        let images = cache.read().unwrap();
        both_inside.wait();
        images.len()
    };

    thread::scope(|scope| {
        let ann = scope.spawn(look);
        let ben = scope.spawn(look);
        println!("Ann sees {} images", ann.join().unwrap());
        println!("Ben sees {} images", ben.join().unwrap());
    });
}

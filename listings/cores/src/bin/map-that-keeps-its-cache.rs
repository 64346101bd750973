//! A map holds its cache, and a legend is drawn beside it
//@ hangs

use rayon::ThreadPoolBuilder;
use std::sync::{Barrier, Mutex};

// ANCHOR: map
static CACHE: Mutex<Vec<&str>> = Mutex::new(Vec::new());
static ROADS: Barrier = Barrier::new(2);
static LEGEND: Barrier = Barrier::new(2);

fn legend() {
    LEGEND.wait();
    println!("legend: looks into the cache");
    println!("legend: {}", CACHE.lock().unwrap().join(", "));
}

fn main() {
    let pool = ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    pool.scope(|scope| {
        let mut cache = CACHE.lock().unwrap();
        cache.push("coast");

        let coast = || ROADS.wait();
        let roads = || {
            ROADS.wait();
            scope.spawn(|_| legend());
            LEGEND.wait();
        };
        rayon::join(coast, roads);
        println!("map: done");
    });
}
// ANCHOR_END: map

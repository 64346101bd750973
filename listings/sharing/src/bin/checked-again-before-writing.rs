//! Two requests look again, with the write guard in hand
//@ schedules

use std::sync::{Barrier, RwLock};
use std::thread;

static CACHE: RwLock<Vec<&str>> = RwLock::new(Vec::new());
static BOTH_LOOKED: Barrier = Barrier::new(2);

// ANCHOR: adding
fn add_the_map() {
    let missing = !CACHE.read().unwrap().contains(&"map");
    BOTH_LOOKED.wait();
    if missing {
        let mut cache = CACHE.write().unwrap();
        if !cache.contains(&"map") {
            cache.push("map");
        }
    }
}
// ANCHOR_END: adding

fn main() {
    thread::scope(|scope| {
        scope.spawn(add_the_map);
        scope.spawn(add_the_map);
    });
    println!("{:?}", CACHE.read().unwrap());
}

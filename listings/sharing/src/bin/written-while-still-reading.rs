//! A request looks, and then writes
//@ hangs
//@ schedules

use std::sync::RwLock;

fn main() {
    let cache = RwLock::new(vec!["logo"]);

    let seen = cache.read().unwrap();
    if !seen.contains(&"map") {
        println!("the map is missing");
        cache.write().unwrap().push("map");
    }
    println!("{} images", cache.read().unwrap().len());
}

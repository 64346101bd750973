//! Two requests of one client are counted

use dashmap::DashMap;
use std::sync::Barrier;
use std::thread;

fn main() {
    // ANCHOR: two
    let hits = DashMap::<&str, u32>::new();
    let both = Barrier::new(2);
    let count = || {
        let seen = hits.get("ann").map_or(0, |seen| *seen);
        both.wait();
        hits.insert("ann", seen + 1);
    };
    thread::scope(|scope| {
        scope.spawn(count);
        scope.spawn(count);
    });
    println!("ann: {}", *hits.get("ann").unwrap());
    // ANCHOR_END: two
}

//! Two requests of one client are counted through its entry

use dashmap::DashMap;
use std::sync::Barrier;
use std::thread;

fn main() {
    let hits = DashMap::<&str, u32>::new();
    let both = Barrier::new(2);
    // ANCHOR: counting
    let count = || {
        both.wait();
        *hits.entry("ann").or_insert(0) += 1;
    };
    // ANCHOR_END: counting
    thread::scope(|scope| {
        scope.spawn(count);
        scope.spawn(count);
    });
    println!("ann: {}", *hits.get("ann").unwrap());
}

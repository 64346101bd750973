//! A count is read, and one more is inserted
//@ hangs

use dashmap::DashMap;

fn main() {
    // ANCHOR: counting
    let hits = DashMap::new();
    hits.insert("ann", 1);
    let seen = hits.get("ann").unwrap();
    println!("seen: {}", *seen);
    hits.insert("ann", *seen + 1);
    println!("now: {}", *hits.get("ann").unwrap());
    // ANCHOR_END: counting
}

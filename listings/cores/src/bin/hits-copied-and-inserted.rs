//! A count is copied, and one more is inserted

use dashmap::DashMap;

fn main() {
    let hits = DashMap::new();
    hits.insert("ann", 1);
    // ANCHOR: counting
    let seen = *hits.get("ann").unwrap();
    println!("seen: {seen}");
    hits.insert("ann", seen + 1);
    // ANCHOR_END: counting
    println!("now: {}", *hits.get("ann").unwrap());
}

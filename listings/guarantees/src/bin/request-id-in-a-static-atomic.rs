//! Ids for all requests, from a type that may be shared

use std::sync::atomic::{AtomicU32, Ordering};

// ANCHOR: id
static LAST_ID: AtomicU32 = AtomicU32::new(0);

fn next_id() -> u32 {
    LAST_ID.fetch_add(1, Ordering::Relaxed) + 1
}
// ANCHOR_END: id

fn main() {
    println!("requests {} and {}", next_id(), next_id());
}

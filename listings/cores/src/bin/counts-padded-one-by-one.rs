//! Four workers have a counter each, in an array of padded ones

use crossbeam::utils::CachePadded;
use std::sync::atomic::AtomicU64;

fn main() {
    // ANCHOR: counts
    let served: [CachePadded<AtomicU64>; 4] = [const { CachePadded::new(AtomicU64::new(0)) }; 4];
    let [first, second, ..] = &served;
    // ANCHOR_END: counts
    let apart = (&raw const **second).addr() - (&raw const **first).addr();
    println!("at least 32 bytes apart: {}", apart >= 32);
}

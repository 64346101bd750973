//! Four workers have a counter each, in a padded array

use crossbeam::utils::CachePadded;
use std::sync::atomic::AtomicU64;

fn main() {
    // ANCHOR: counts
    let served: CachePadded<[AtomicU64; 4]> = CachePadded::new([const { AtomicU64::new(0) }; 4]);
    let [first, second, ..] = &*served;
    let apart = (&raw const *second).addr() - (&raw const *first).addr();
    println!("at least 32 bytes apart: {}", apart >= 32);
    // ANCHOR_END: counts
}

//! A half-changed value may not come back from a caught panic unmarked
//!
//! If this compiled, the melon would be in a basket that the closure had refused to pack. The last line would go on with
//! it as if nothing had happened, on the same thread, and no poison would have marked it.
//@ fixed-by: sharing/caught-and-still-poisoned

use std::panic;

fn main() {
    let mut basket = vec!["apple"];

    let packed = panic::catch_unwind(|| {
        //~^ E0277: may not be safely transferred across an unwind boundary
        basket.push("melon");
        assert!(basket.len() < 2, "too heavy");
    });

    println!("packed: {}", packed.is_ok());
    println!("in the basket: {}", basket.len());
}

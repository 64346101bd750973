//! A batch of payments, changed where a panic is caught
//!
//! If this compiled, the bonus would be in a batch of payments that the closure had refused. The last line would go on
//! with it as if nothing had happened, on the same thread, and there'd be no poison to mark it.
//@ fixed-by: sharing/caught-and-still-poisoned

use std::panic;

fn main() {
    let mut batch = vec!["rent"];

    let accepted = panic::catch_unwind(|| {
        //~^ E0277: may not be safely transferred across an unwind boundary
        batch.push("bonus");
        assert!(batch.len() < 2, "too many payments");
    });

    println!("accepted: {}", accepted.is_ok());
    println!("in the batch: {}", batch.len());
}

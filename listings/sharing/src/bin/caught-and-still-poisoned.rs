//! The panic is caught, and the lock is poisoned

use std::panic;
use std::sync::Mutex;

fn main() {
    // ANCHOR: catching
    let batch = Mutex::new(vec!["rent"]);

    let accepted = panic::catch_unwind(|| {
        let mut batch = batch.lock().unwrap();
        batch.push("bonus");
        assert!(batch.len() < 2, "too many payments"); //~ panic: too many payments
    });

    println!("accepted: {}", accepted.is_ok());
    println!("poisoned: {}", batch.is_poisoned());
    // ANCHOR_END: catching
}

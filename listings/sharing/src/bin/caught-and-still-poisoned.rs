//! The panic is caught, and the lock is poisoned

use std::panic;
use std::sync::Mutex;

fn main() {
    let basket = Mutex::new(vec!["apple"]);

    let packed = panic::catch_unwind(|| {
        let mut basket = basket.lock().unwrap();
        basket.push("melon");
        assert!(basket.len() < 2, "too heavy"); //~ panic: too heavy
    });

    println!("packed: {}", packed.is_ok());
    println!("poisoned: {}", basket.is_poisoned());
}

//! A thread panics while reading the rates, another while changing them

use std::sync::RwLock;
use std::thread;

fn read(rates: &RwLock<Vec<u32>>) {
    let rates = rates.read().unwrap();
    assert!(rates.len() > 2, "too few rates"); //~ panic: too few rates
}

fn write(rates: &RwLock<Vec<u32>>) {
    let mut rates = rates.write().unwrap();
    rates.push(118);
    assert!(rates.len() > 2, "still too few"); //~ panic: still too few
}

fn main() {
    let rates = RwLock::new(vec![94]);

    for visit in [read, write] {
        let _ = thread::scope(|scope| scope.spawn(|| visit(&rates)).join());
        println!("poisoned: {}", rates.is_poisoned());
    }
}

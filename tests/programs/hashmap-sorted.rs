//! A `HashMap` behind a lock is sorted before it is printed
//@ returns: [("a", 1), ("b", 1)]

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

fn main() {
    let counts = Mutex::new(HashMap::new());
    thread::scope(|s| {
        for word in ["a", "b"] {
            let counts = &counts;
            s.spawn(move || *counts.lock().unwrap().entry(word).or_insert(0) += 1);
        }
    });
    let mut all: Vec<_> = counts.into_inner().unwrap().into_iter().collect();
    all.sort();
    println!("{all:?}");
}

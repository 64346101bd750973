//! A lock around one of two owners, counted atomically
//@ unordered

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    // ANCHOR: owners
    let config: Arc<str> = "port 8080".into();
    let active = Mutex::new(config.clone());
    // ANCHOR_END: owners

    thread::scope(|scope| {
        scope.spawn(|| println!("active: {}", active.lock().unwrap().clone()));
        println!("length: {}", config.clone().len());
    });
}

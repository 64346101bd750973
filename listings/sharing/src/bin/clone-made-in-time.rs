//! The clone is made before the closure, and moves into it

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let boats = Arc::new(Mutex::new(vec!["Gull"]));

    let shared = Arc::clone(&boats);
    let north = thread::spawn(move || {
        shared.lock().unwrap().push("Tern");
    });
    boats.lock().unwrap().push("Skua");

    north.join().unwrap();
    println!("{} boats", boats.lock().unwrap().len());
}

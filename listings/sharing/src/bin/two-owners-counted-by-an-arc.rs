//! An `Arc` counts the owners of a `Mutex` on two threads

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let boats = Arc::new(Mutex::new(vec!["Gull"]));
    let shared = Arc::clone(&boats);

    let north = thread::spawn(move || shared.lock().unwrap().push("Tern"));
    let south = Arc::clone(&boats);
    south.lock().unwrap().push("Skua");

    north.join().unwrap();
    println!("{} boats", boats.lock().unwrap().len());
}

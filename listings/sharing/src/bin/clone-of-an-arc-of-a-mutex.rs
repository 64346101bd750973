//! A clone of the `Arc` leads to the same `Mutex`

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let boats = Arc::new(Mutex::new(vec!["Gull"]));
    let copy = boats.clone();

    let north = thread::spawn(move || copy.lock().unwrap().push("Tern"));
    north.join().unwrap();

    println!("{} boats", boats.lock().unwrap().len());
}

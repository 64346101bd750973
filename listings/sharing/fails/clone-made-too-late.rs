//! The clone is made inside the closure
//!
//! If this compiled, the thread would own `boats`, and `main` would go on to use the same `Arc` without being counted as an owner.
//! The thread ends, its two owners are dropped, and the list is freed. `main` locks and reads where it was.
//@ fixed-by: sharing/clone-made-in-time

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let boats = Arc::new(Mutex::new(vec!["Gull"]));

    let north = thread::spawn(move || {
        let shared = Arc::clone(&boats);
        shared.lock().unwrap().push("Tern");
    });
    boats.lock().unwrap().push("Skua"); //~ E0382: borrow of moved value: `boats`

    north.join().unwrap();
    println!("{} boats", boats.lock().unwrap().len());
}

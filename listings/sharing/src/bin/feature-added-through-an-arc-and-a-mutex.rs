//! The `Mutex` inside lends the list for writing

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    // ANCHOR: features
    let features = Arc::new(Mutex::new(vec!["search"]));
    let shared = Arc::clone(&features);

    let web = thread::spawn(move || shared.lock().unwrap().push("upload"));
    features.lock().unwrap().push("export");
    // ANCHOR_END: features
    web.join().unwrap();

    println!("{} features", features.lock().unwrap().len());
}

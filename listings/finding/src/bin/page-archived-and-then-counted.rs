//! The mover and the count lock the index first
//@ schedules

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let index = Arc::new(Mutex::new(vec!["ferry"]));
    let archive = Arc::new(Mutex::new(Vec::new()));

    let (from, to) = (Arc::clone(&index), Arc::clone(&archive));
    let mover = thread::spawn(move || {
        let mut from = from.lock().unwrap();
        let mut to = to.lock().unwrap();
        to.extend(from.pop());
    });

    // ANCHOR: count
    let index = index.lock().unwrap();
    let archive = archive.lock().unwrap();
    println!("pages: {}", index.len() + archive.len());
    drop((index, archive));
    // ANCHOR_END: count
    mover.join().unwrap();
}

//! The same list in a `static` with a `Mutex`

use std::sync::Mutex;
use std::thread;

// ANCHOR: record
static MILLIS: Mutex<Vec<u32>> = Mutex::new(Vec::new());

fn record(millis: u32) {
    MILLIS.lock().unwrap().push(millis);
}
// ANCHOR_END: record

fn main() {
    let workers = [12, 30].map(|millis| thread::spawn(move || record(millis)));

    for worker in workers {
        worker.join().unwrap();
    }
    println!("{} entries", MILLIS.lock().unwrap().len());
}

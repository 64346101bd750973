//! A worker looks, and brings back the number

use std::sync::Mutex;
use std::thread;

static OPEN_REQUESTS: Mutex<u32> = Mutex::new(250);

fn main() {
    // ANCHOR: worker
    let worker = thread::spawn(|| *OPEN_REQUESTS.lock().unwrap());
    // ANCHOR_END: worker
    let open = worker.join().unwrap();

    println!("open requests: {open}");
}

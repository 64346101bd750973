//! A worker looks, and brings back the number

use std::sync::Mutex;
use std::thread;

static OPEN_REQUESTS: Mutex<u32> = Mutex::new(250);

fn main() {
    let worker = thread::spawn(|| *OPEN_REQUESTS.lock().unwrap());
    let open = worker.join().unwrap();

    println!("open requests: {open}");
}

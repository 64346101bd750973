//! A worker locks the count of requests and brings back the guard
//!
//! If this compiled, the worker's thread would have locked the mutex, and `main` would unlock it when `open` is
//! dropped. On Linux that'd work. On systems whose locks have to be released by the thread that took them, macOS among
//! them, nothing would be promised: the unlocking could fail, and the count stay locked.
//@ fixed-by: guarantees/count-returned-by-a-thread

use std::sync::Mutex;
use std::thread;

static OPEN_REQUESTS: Mutex<u32> = Mutex::new(250);

fn main() {
    let worker = thread::spawn(|| OPEN_REQUESTS.lock().unwrap()); //~ E0277: MutexGuard<'_, u32>` cannot be sent between threads safely
    let open = worker.join().unwrap();

    println!("open requests: {open}");
}

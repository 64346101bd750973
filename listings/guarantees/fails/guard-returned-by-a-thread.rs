//! The clerk locks the ledger and brings back the guard
//!
//! If this compiled, the mutex would have been locked by the clerk's thread, and `main` would unlock it when `balance`
//! is dropped. On Linux that would work. On systems whose locks must be released by the thread that took them, macOS
//! among them, nothing would be promised: the unlocking could fail, and the ledger stay locked.
//@ fixed-by: guarantees/balance-returned-by-a-thread

use std::sync::Mutex;
use std::thread;

static LEDGER: Mutex<u32> = Mutex::new(250);

fn main() {
    let clerk = thread::spawn(|| LEDGER.lock().unwrap()); //~ E0277: MutexGuard<'_, u32>` cannot be sent between threads safely
    let balance = clerk.join().unwrap();

    println!("balance: {balance}");
}

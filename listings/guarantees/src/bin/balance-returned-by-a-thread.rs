//! The clerk looks, and brings back the number

use std::sync::Mutex;
use std::thread;

static LEDGER: Mutex<u32> = Mutex::new(250);

fn main() {
    let clerk = thread::spawn(|| *LEDGER.lock().unwrap());
    let balance = clerk.join().unwrap();

    println!("balance: {balance}");
}

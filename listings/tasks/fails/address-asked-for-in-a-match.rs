//! A letter looks up its address in a list behind a lock
//!
//! If this compiled, the lock would stay taken until the letter has been sent, and could be unlocked on another worker
//! than the one that locked it, which some systems forbid. A second letter would block its worker for as long.
//@ fixed-by: tasks/address-copied-before-the-match

use std::collections::BTreeMap;
use std::sync::Mutex;

static ADDRESSES: Mutex<BTreeMap<&str, &str>> = Mutex::new(BTreeMap::new());

// ANCHOR: send
async fn send(name: &str) {
    match ADDRESSES.lock().unwrap().get(name) {
        Some(address) => {
            tokio::task::yield_now().await;
            println!("sent to {address}");
        }
        None => println!("unknown: {name}"),
    }
}

#[tokio::main]
async fn main() {
    ADDRESSES.lock().unwrap().insert("Ada", "ada@example.com");
    tokio::spawn(send("Ada")).await.unwrap(); //~ error: future cannot be sent between threads safely
    // ANCHOR_END: send
}

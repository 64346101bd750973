//! A letter copies its address out of a list behind a lock

use std::collections::BTreeMap;
use std::sync::Mutex;

static ADDRESSES: Mutex<BTreeMap<&str, &str>> = Mutex::new(BTreeMap::new());

async fn send(name: &str) {
    // ANCHOR: send
    let found = ADDRESSES.lock().unwrap().get(name).copied();
    match found {
        // ANCHOR_END: send
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
    tokio::spawn(send("Ada")).await.unwrap();
}

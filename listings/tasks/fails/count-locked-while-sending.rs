//! Letters are counted by the task that sends them
//!
//! If this compiled, the letter could lock the count on one worker and unlock it on another, which some systems forbid.
//! A second letter, polled meanwhile, would block its worker until another worker has sent the first.
//@ fixed-by: tasks/count-locked-after-sending

use std::sync::Mutex;

static SENT: Mutex<u32> = Mutex::new(0);

// ANCHOR: send
async fn send(name: &str) {
    let mut sent = SENT.lock().unwrap();
    tokio::task::yield_now().await;
    *sent += 1;
    println!("sent to {name}");
}

#[tokio::main]
async fn main() {
    tokio::spawn(send("Ada")).await.unwrap(); //~ error: future cannot be sent between threads safely
    // ANCHOR_END: send
    println!("{} letter", SENT.lock().unwrap());
}

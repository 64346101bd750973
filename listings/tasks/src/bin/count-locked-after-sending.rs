//! Letters are counted by the task that sends them, once they're sent

use std::sync::Mutex;

static SENT: Mutex<u32> = Mutex::new(0);

async fn send(name: &str) {
    // ANCHOR: send
    tokio::task::yield_now().await;
    let mut sent = SENT.lock().unwrap();
    *sent += 1;
    // ANCHOR_END: send
    println!("sent to {name}");
}

#[tokio::main]
async fn main() {
    tokio::spawn(send("Ada")).await.unwrap();
    println!("{} letter", SENT.lock().unwrap());
}

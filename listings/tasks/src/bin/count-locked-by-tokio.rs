//! Letters are counted under a lock of tokio's

use tokio::sync::Mutex;

static SENT: Mutex<u32> = Mutex::const_new(0);

async fn send(name: &str) {
    // ANCHOR: send
    let mut sent = SENT.lock().await;
    tokio::task::yield_now().await;
    *sent += 1;
    // ANCHOR_END: send
    println!("letter {sent}: sent to {name}");
}

#[tokio::main]
async fn main() {
    tokio::spawn(send("Ada")).await.unwrap();
    println!("{} letter", SENT.lock().await);
}

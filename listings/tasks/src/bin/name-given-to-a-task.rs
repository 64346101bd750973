//! A newsletter gives each task its name

use tokio::task::JoinHandle;

async fn send(to: String) {
    tokio::task::yield_now().await;
    println!("sent to {to}");
}

// ANCHOR: announce
fn announce(name: &str) -> JoinHandle<()> {
    let to = format!("{name}@example.com");
    tokio::spawn(send(to))
}
// ANCHOR_END: announce

#[tokio::main]
async fn main() {
    announce("ada").await.unwrap();
}

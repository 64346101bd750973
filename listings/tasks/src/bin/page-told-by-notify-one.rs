//! A page waits for the news that the weather has changed, and the news is kept

use tokio::sync::Notify;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let changed = Notify::new();
    // ANCHOR: told
    changed.notify_one();
    println!("station: it has changed");
    changed.notified().await;
    println!("page: made anew");
    // ANCHOR_END: told
}

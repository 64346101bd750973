//! A page waits for the news that the weather has changed, which comes early
//@ hangs

use tokio::sync::Notify;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    // ANCHOR: told
    let changed = Notify::new();
    changed.notify_waiters();
    println!("station: it has changed");
    changed.notified().await;
    println!("page: made anew");
    // ANCHOR_END: told
}

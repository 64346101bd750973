//! A page is sent, and `main` waits until a task has logged it

use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::sleep;

// ANCHOR: main
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (logged, waiting) = oneshot::channel();
    tokio::spawn(async {
        sleep(Duration::from_millis(10)).await;
        println!("log: a page for Oslo");
        logged.send(()).unwrap();
    });
    println!("main: page sent");
    waiting.await.unwrap();
}
// ANCHOR_END: main

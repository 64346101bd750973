//! A page is sent, and a task is to log it

use std::time::Duration;
use tokio::time::sleep;

// ANCHOR: main
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    tokio::spawn(async {
        sleep(Duration::from_millis(10)).await;
        println!("log: a page for Oslo");
    });
    println!("main: page sent");
}
// ANCHOR_END: main

//! A backup is called off when it has begun

use std::sync::mpsc;
use tokio::sync::oneshot;
use tokio::task::spawn_blocking;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (has_begun, begun) = oneshot::channel();
    let (go_on, wait) = mpsc::channel();
    // ANCHOR: backup
    let backup = spawn_blocking(move || {
        has_begun.send(()).unwrap();
        wait.recv().unwrap();
        println!("backup: 2 files written");
    });
    begun.await.unwrap();
    backup.abort();
    go_on.send(()).unwrap();
    match backup.await {
        Ok(()) => println!("main: the backup is done"),
        Err(error) => println!("main: cancelled: {}", error.is_cancelled()),
    }
    // ANCHOR_END: backup
}

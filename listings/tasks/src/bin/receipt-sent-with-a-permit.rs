//! A receipt waits until there is room, and is sent then

use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (printer, mut queue) = mpsc::channel(1);
    printer.send(String::from("Eva: 5")).await.unwrap();
    let receipt = String::from("Ada: 30");
    tokio::select! {
        // ANCHOR: permit
        permit = printer.reserve() => permit.unwrap().send(receipt),
        // ANCHOR_END: permit
        () = sleep(Duration::from_secs(1)) => println!("kept: {receipt}"),
    }
    println!("printed: {:?}", queue.recv().await);
}

//! A receipt is sent if there's room in time, and kept if there isn't
//!
//! If this compiled, the second branch would print a text that has been freed: `send` owns the receipt, and is dropped
//! with it before the branch runs.
//@ fixed-by: tasks/receipt-sent-with-a-permit

use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (printer, mut queue) = mpsc::channel(1);
    printer.send(String::from("Eva: 5")).await.unwrap();
    // ANCHOR: receipt
    let receipt = String::from("Ada: 30");
    tokio::select! {
        sent = printer.send(receipt) => sent.unwrap(),
        () = sleep(Duration::from_secs(1)) => println!("kept: {receipt}"), //~ E0382: borrow of moved value
    }
    // ANCHOR_END: receipt
    println!("printed: {:?}", queue.recv().await);
}

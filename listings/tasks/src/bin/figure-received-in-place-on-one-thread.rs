//! A report that blocks in place, on the current-thread runtime
//@ panics

use std::sync::mpsc;
use tokio::task::block_in_place;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (sender, figures) = mpsc::channel();
    // ANCHOR: report
    let till = tokio::spawn(async move { sender.send(212).unwrap() });
    let sold: u32 = block_in_place(|| figures.recv().unwrap()); //~ panic: can call blocking only when running on the multi-threaded runtime
    // ANCHOR_END: report
    till.await.unwrap();
    println!("report: {sold} tickets");
}

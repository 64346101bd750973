//! A report that blocks in place, on a runtime with a worker

use std::sync::mpsc;
use tokio::task::block_in_place;

#[tokio::main(worker_threads = 1)]
async fn main() {
    let (sender, figures) = mpsc::channel();
    // ANCHOR: main
    let report = tokio::spawn(async move {
        let till = tokio::spawn(async move { sender.send(212).unwrap() });
        let sold: u32 = block_in_place(|| figures.recv().unwrap());
        till.await.unwrap();
        println!("report: {sold} tickets");
    });
    // ANCHOR_END: main
    report.await.unwrap();
}

//! A report that gets its figure from a channel of `std`, by way of `spawn_blocking`

use std::sync::mpsc;
use std::thread;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    // ANCHOR: report
    let (sender, figures) = mpsc::channel();
    let report = tokio::task::spawn_blocking(move || {
        let sold: u32 = figures.recv().unwrap();
        (sold, thread::current().id())
    });
    let till = tokio::spawn(async move { sender.send(212).unwrap() });
    let (sold, id) = report.await.unwrap();
    till.await.unwrap();
    println!("report: {sold} tickets");
    println!("on the thread of main: {}", id == thread::current().id());
    // ANCHOR_END: report
}

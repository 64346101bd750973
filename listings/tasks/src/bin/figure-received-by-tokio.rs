//! A report that gets a figure from the till through a channel of tokio's

use tokio::sync::mpsc;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    // ANCHOR: tasks
    let (sender, mut figures) = mpsc::channel(1);
    let report = tokio::spawn(async move {
        println!("report: needs a figure");
        let sold = figures.recv().await.unwrap();
        println!("report: {sold} tickets");
    });
    // ANCHOR_END: tasks
    let till = tokio::spawn(async move {
        println!("till: has one");
        sender.send(212).await.unwrap();
    });
    report.await.unwrap();
    till.await.unwrap();
}

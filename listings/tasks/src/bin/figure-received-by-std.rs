//! A report that needs a figure from the till
//@ hangs

use std::sync::mpsc;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    // ANCHOR: tasks
    let (sender, figures) = mpsc::channel();
    let report = tokio::spawn(async move {
        println!("report: needs a figure");
        let sold = figures.recv().unwrap();
        println!("report: {sold} tickets");
    });
    let till = tokio::spawn(async move {
        println!("till: has one");
        sender.send(212).unwrap();
    });
    // ANCHOR_END: tasks
    report.await.unwrap();
    till.await.unwrap();
}

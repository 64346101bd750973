//! A weekly report that waits with a timer of tokio's, and a health check

use std::time::Duration;
use tokio::runtime::Builder;

// ANCHOR: report
async fn report() {
    println!("report: asks the archive");
    tokio::time::sleep(Duration::from_millis(50)).await;
    println!("report: written");
}
// ANCHOR_END: report

async fn health() {
    println!("health: still here");
}

fn main() {
    let runtime = Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(async {
        let report = tokio::spawn(report());
        let health = tokio::spawn(health());
        report.await.unwrap();
        health.await.unwrap();
    });
}

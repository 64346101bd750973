//! A weekly report and a health check on one thread

use std::thread;
use std::time::Duration;
use tokio::runtime::Builder;

// ANCHOR: tasks
async fn report() {
    println!("report: asks the archive");
    thread::sleep(Duration::from_millis(50));
    println!("report: written");
}

async fn health() {
    println!("health: still here");
}

fn main() {
    let runtime = Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let report = tokio::spawn(report());
        let health = tokio::spawn(health());
        report.await.unwrap();
        health.await.unwrap();
    });
}
// ANCHOR_END: tasks

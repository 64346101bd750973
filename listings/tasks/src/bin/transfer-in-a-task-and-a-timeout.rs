//! A transfer in a task of its own, whose handle is awaited for a second

use std::sync::Mutex;
use std::time::Duration;
use tokio::time::{sleep, timeout};

static ADA: Mutex<u32> = Mutex::new(100);
static BEN: Mutex<u32> = Mutex::new(0);

async fn transfer() {
    *ADA.lock().unwrap() -= 30;
    sleep(Duration::from_secs(2)).await;
    *BEN.lock().unwrap() += 30;
}

// ANCHOR: main
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let task = tokio::spawn(transfer());
    match timeout(Duration::from_secs(1), task).await {
        Ok(_) => println!("main: transferred"),
        Err(_) => println!("main: too late"),
    }
    sleep(Duration::from_secs(5)).await;
    let (ada, ben) = (*ADA.lock().unwrap(), *BEN.lock().unwrap());
    println!("Ada: {ada}, Ben: {ben}");
}
// ANCHOR_END: main

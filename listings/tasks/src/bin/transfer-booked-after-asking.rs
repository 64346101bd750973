//! A transfer that asks the other bank before it touches either account

use std::sync::Mutex;
use std::time::Duration;
use tokio::time::sleep;

static ADA: Mutex<u32> = Mutex::new(100);
static BEN: Mutex<u32> = Mutex::new(0);

// ANCHOR: transfer
async fn transfer() {
    sleep(Duration::from_secs(2)).await;
    *ADA.lock().unwrap() -= 30;
    *BEN.lock().unwrap() += 30;
}
// ANCHOR_END: transfer

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    tokio::select! {
        () = transfer() => println!("main: transferred"),
        () = sleep(Duration::from_secs(1)) => println!("main: too late"),
    }
    sleep(Duration::from_secs(5)).await;
    let (ada, ben) = (*ADA.lock().unwrap(), *BEN.lock().unwrap());
    println!("Ada: {ada}, Ben: {ben}");
}

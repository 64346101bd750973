//! A transfer and a deadline, of which the first decides

use std::sync::Mutex;
use std::time::Duration;
use tokio::time::sleep;

// ANCHOR: program
static ADA: Mutex<u32> = Mutex::new(100);
static BEN: Mutex<u32> = Mutex::new(0);

async fn transfer() {
    *ADA.lock().unwrap() -= 30;
    sleep(Duration::from_secs(2)).await;
    *BEN.lock().unwrap() += 30;
}

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
// ANCHOR_END: program

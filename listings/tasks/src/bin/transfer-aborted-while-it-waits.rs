//! A transfer that has a task of its own is called off

use std::time::Duration;
use tokio::time::sleep;

struct Form;

impl Drop for Form {
    fn drop(&mut self) {
        println!("form: dropped");
    }
}

// ANCHOR: program
async fn transfer() {
    let _form = Form;
    println!("transfer: withdrawn");
    sleep(Duration::from_secs(2)).await;
    println!("transfer: paid in");
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let task = tokio::spawn(transfer());
    sleep(Duration::from_secs(1)).await;
    task.abort();
    println!("main: called off");
    println!("main: {}", task.await.unwrap_err().is_cancelled());
}
// ANCHOR_END: program

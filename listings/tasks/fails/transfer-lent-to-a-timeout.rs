//! A transfer is lent to a timeout
//!
//! If this compiled, `transfer.await` would move the transfer after `timeout` has polled it. The timer in it would move
//! along, while the runtime's list of timers still leads to where it lay.
//@ fixed-by: tasks/transfer-waited-for-once-more

use std::time::Duration;
use tokio::time::{sleep, timeout};

async fn transfer() {
    println!("transfer: withdrawn");
    sleep(Duration::from_secs(2)).await;
    println!("transfer: paid in");
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    // ANCHOR: main
    let mut transfer = transfer();
    let result = timeout(Duration::from_secs(1), &mut transfer).await; //~ E0277: cannot be unpinned
    if result.is_err() {
        //~^^ E0277: cannot be unpinned
        println!("main: please wait");
        transfer.await;
    }
    // ANCHOR_END: main
}

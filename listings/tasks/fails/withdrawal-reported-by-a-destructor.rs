//! A destructor is to give the money back and then tell the other bank
//!
//! If this compiled, the destructor would have to be left in the middle, but whoever drops a value can't go on with it
//! later. `timeout` would return with the other bank still waiting.
//@ fixed-by: tasks/withdrawal-reported-by-a-task

use std::time::Duration;
use tokio::time::{sleep, timeout};

async fn tell_the_bank() {
    sleep(Duration::from_millis(100)).await;
    println!("bank: called off");
}

// ANCHOR: drop
struct Withdrawn(u32);

impl Drop for Withdrawn {
    fn drop(&mut self) {
        println!("Ada: {} given back", self.0);
        tell_the_bank().await; //~ E0728: `await` is only allowed inside `async` functions and blocks
    }
}
// ANCHOR_END: drop

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let transfer = async {
        let _withdrawn = Withdrawn(30);
        sleep(Duration::from_secs(2)).await;
    };
    let result = timeout(Duration::from_secs(1), transfer).await;
    println!("main: transferred: {}", result.is_ok());
    sleep(Duration::from_secs(1)).await;
}

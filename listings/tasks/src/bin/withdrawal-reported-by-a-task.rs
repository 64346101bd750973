//! A destructor gives the money back and spawns a task that tells the other bank

use std::time::Duration;
use tokio::time::{sleep, timeout};

async fn tell_the_bank() {
    sleep(Duration::from_millis(100)).await;
    println!("bank: called off");
}

struct Withdrawn(u32);

impl Drop for Withdrawn {
    fn drop(&mut self) {
        // ANCHOR: told
        println!("Ada: {} given back", self.0);
        tokio::spawn(tell_the_bank());
        // ANCHOR_END: told
    }
}

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

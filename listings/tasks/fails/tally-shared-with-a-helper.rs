//! One task sends two letters and tallies them
//!
//! If this compiled, nothing would go wrong here: the tally and the reference to it are in one task, and would move
//! together. The same rule keeps two tasks on two workers from holding references to one `Cell`.
//@ fixed-by: tasks/tally-lent-to-a-helper

use std::cell::Cell;

// ANCHOR: round
async fn send(name: &str, tally: &Cell<u32>) {
    tokio::task::yield_now().await;
    tally.set(tally.get() + 1);
    println!("sent to {name}");
}

async fn round() {
    let tally = Cell::new(0);
    send("Ada", &tally).await;
    send("Ben", &tally).await;
    println!("{} letters", tally.get());
}

#[tokio::main]
async fn main() {
    tokio::spawn(round()).await.unwrap(); //~ error: future cannot be sent between threads safely
    // ANCHOR_END: round
}

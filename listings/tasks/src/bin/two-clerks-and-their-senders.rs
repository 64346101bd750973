//! Two clerks are told that the bank closes, and each keeps a sender until it's home

use std::time::Duration;
use tokio::sync::mpsc::{self, Sender};
use tokio::sync::watch::{self, Receiver};
use tokio::time::sleep;

async fn clerk(name: &str, seconds: u64, closing: Receiver<bool>, _inside: Sender<()>) {
    while !*closing.borrow() {
        sleep(Duration::from_secs(seconds)).await;
    }
    println!("{name}: goes home");
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (close, closing) = watch::channel(false);
    // ANCHOR: senders
    let (inside, mut all_home) = mpsc::channel(1);
    tokio::spawn(clerk("Eva", 4, closing.clone(), inside.clone()));
    tokio::spawn(clerk("Tom", 6, closing, inside));
    sleep(Duration::from_secs(5)).await;
    close.send(true).unwrap();
    println!("main: {:?}", all_home.recv().await);
    // ANCHOR_END: senders
}

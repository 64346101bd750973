//! Two clerks are told that the bank closes, and there's a deadline

use std::time::Duration;
use tokio::sync::watch::{self, Receiver};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

async fn clerk(name: &str, seconds: u64, closing: Receiver<bool>) {
    while !*closing.borrow() {
        sleep(Duration::from_secs(seconds)).await;
        println!("{name}: transferred");
    }
    println!("{name}: goes home");
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    // ANCHOR: main
    let (close, closing) = watch::channel(false);
    let mut clerks = JoinSet::new();
    clerks.spawn(clerk("Eva", 4, closing.clone()));
    clerks.spawn(clerk("Tom", 60, closing));
    sleep(Duration::from_secs(5)).await;
    close.send(true).unwrap();
    let all = async { while clerks.join_next().await.is_some() {} };
    if timeout(Duration::from_secs(10), all).await.is_err() {
        println!("main: still busy: {}", clerks.len());
    }
    clerks.shutdown().await;
    println!("main: left: {}", clerks.len());
    // ANCHOR_END: main
}

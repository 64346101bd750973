//! A desk serves customers, and closes when ten seconds are over

use std::time::Duration;
use tokio::sync::mpsc::{self, Sender};
use tokio::time::{Instant, sleep};

async fn street(door: Sender<()>) {
    for _ in 0..3 {
        sleep(Duration::from_secs(6)).await;
        door.send(()).await.ok();
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (door, mut customers) = mpsc::channel(5);
    let street = tokio::spawn(street(door));
    let start = Instant::now();
    // ANCHOR: desk
    loop {
        tokio::select! {
            Some(()) = customers.recv() => println!("{} s: served", start.elapsed().as_secs()),
            () = sleep(Duration::from_secs(10)) => break,
        }
    }
    // ANCHOR_END: desk
    println!("{} s: closed", start.elapsed().as_secs());
    street.await.unwrap();
}

//! A desk serves customers, and has one clock for all rounds

use std::pin::pin;
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
    let mut closing = pin!(sleep(Duration::from_secs(10)));
    loop {
        tokio::select! {
            Some(()) = customers.recv() => println!("{} s: served", start.elapsed().as_secs()),
            () = &mut closing => break,
        }
    }
    // ANCHOR_END: desk
    println!("{} s: closed", start.elapsed().as_secs());
    street.await.unwrap();
}

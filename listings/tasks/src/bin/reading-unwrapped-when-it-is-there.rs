//! A page waits for a reading from a channel

use tokio::sync::mpsc;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (station, mut readings) = mpsc::channel(1);
    station.send(12).await.unwrap();
    // ANCHOR: page
    let degrees: i32 = readings.recv().await.unwrap();
    println!("{degrees} °C");
    // ANCHOR_END: page
}

//! A page takes a reading out of a channel
//!
//! If this compiled, there'd be nothing to unwrap: `recv` has looked into no queue yet, and the reading would still be
//! in the channel.
//@ fixed-by: tasks/reading-unwrapped-when-it-is-there

use tokio::sync::mpsc;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (station, mut readings) = mpsc::channel(1);
    station.send(12).await.unwrap();
    // ANCHOR: page
    let degrees: i32 = readings.recv().unwrap(); //~ E0599: no method named `unwrap` found for opaque type
    println!("{degrees} °C");
    // ANCHOR_END: page
}

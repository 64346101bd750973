//! Three readings are sent before anybody looks, through three kinds of channels

use tokio::sync::{broadcast, mpsc, watch};

// ANCHOR: main
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (to_queue, mut queue) = mpsc::channel(3);
    let (to_board, board) = watch::channel(10);
    let (to_radio, mut radio) = broadcast::channel(2);
    for degrees in [11, 12, 13] {
        to_queue.send(degrees).await.unwrap();
        to_board.send(degrees).unwrap();
        to_radio.send(degrees).unwrap();
    }
    println!("queue: {:?}", queue.recv().await);
    println!("board: {}", *board.borrow());
    println!("radio: {:?}", radio.recv().await);
    println!("radio: {:?}", radio.recv().await);
}
// ANCHOR_END: main

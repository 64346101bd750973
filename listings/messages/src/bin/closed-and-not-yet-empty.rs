//! Two reports are sent, the sender is dropped, and three are asked for

use std::sync::mpsc;

fn main() {
    let (progress, screen) = mpsc::channel();
    progress.send("half of it").unwrap();
    progress.send("all of it").unwrap();
    drop(progress);

    for _ in 0..3 {
        println!("{:?}", screen.recv());
    }
}

//! Joined at once

use std::thread;

// ANCHOR: main
fn main() {
    let download = thread::spawn(|| println!("video: saved"));
    download.join().unwrap();

    println!("list: drawn");

    println!("player: ready");
}
// ANCHOR_END: main

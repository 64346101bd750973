//! Joined late: `main` draws while the other thread downloads
//@ outcome: list: drawn | video: saved | player: ready
//@ outcome: video: saved | list: drawn | player: ready
//@ schedules

use std::thread;

fn main() {
    let download = thread::spawn(|| println!("video: saved"));

    println!("list: drawn");

    download.join().unwrap();
    println!("player: ready");
}

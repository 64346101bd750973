//! A download sends each third of its way, and a display shows what it receives
//@ schedules

use std::sync::mpsc::{self, Sender};
use std::thread;

fn download(thirds: Sender<u32>) {
    for third in 1..=3 {
        thirds.send(third).unwrap();
    }
}

// ANCHOR: main
fn main() {
    let (thirds, display) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(|| download(thirds));
        for third in display {
            println!("{third} of 3");
        }
    });
}
// ANCHOR_END: main

//! A function for bounded senders is given one

use std::sync::mpsc::{self, SyncSender};
use std::thread;

// ANCHOR: film
fn film(camera: SyncSender<u32>) {
    for frame in 1..=3 {
        camera.send(frame).unwrap();
    }
}
// ANCHOR_END: film

fn main() {
    let (camera, uploader) = mpsc::sync_channel(2);

    let filming = thread::spawn(|| film(camera));

    println!("{} frames", uploader.iter().count());
    filming.join().unwrap();
}

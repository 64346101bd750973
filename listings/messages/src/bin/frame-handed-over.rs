//! A camera hands over a frame where there's no room at all
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (camera, uploader) = mpsc::sync_channel(0);

    let filming = thread::spawn(move || {
        camera.send("frame 1").unwrap();
        println!("camera: done");
    });

    println!("uploader: ready");
    uploader.recv().unwrap();
    filming.join().unwrap();
}

//! A camera sends two frames where there's room for one

use std::sync::mpsc;
use std::thread;

fn main() {
    let (camera, uploader) = mpsc::sync_channel(1);

    let filming = thread::spawn(move || {
        camera.send("frame 1").unwrap();
        camera.send("frame 2").unwrap();
        println!("camera: done");
    });

    println!("uploader: ready");
    uploader.recv().unwrap();
    filming.join().unwrap();
}

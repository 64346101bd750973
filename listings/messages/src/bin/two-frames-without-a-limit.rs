//! A camera sends two frames where there's room without end
//@ outcome: uploader: ready | camera: done
//@ outcome: camera: done | uploader: ready
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (camera, uploader) = mpsc::channel();

    let filming = thread::spawn(move || {
        camera.send("frame 1").unwrap();
        camera.send("frame 2").unwrap();
        println!("camera: done");
    });

    println!("uploader: ready");
    uploader.recv().unwrap();
    filming.join().unwrap();
}

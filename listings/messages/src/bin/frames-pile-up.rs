//! A camera takes frames, and nobody uploads them

use std::sync::mpsc;
use std::thread;

fn main() {
    let (camera, uploader) = mpsc::channel();

    let filming = thread::spawn(move || {
        for frame in 1..=100_000 {
            camera.send(format!("frame {frame}")).unwrap();
        }
    });

    filming.join().unwrap();
    println!("{} frames are waiting", uploader.iter().count());
}

//! A camera waits with a frame, and the uploader goes

use std::sync::mpsc;
use std::thread;

fn main() {
    let (camera, uploader) = mpsc::sync_channel(1);
    camera.send("frame 1").unwrap();

    let filming = thread::spawn(move || camera.send("frame 2"));

    drop(uploader);
    match filming.join().unwrap() {
        Ok(()) => println!("queued"),
        Err(error) => println!("not uploaded: {}", error.0),
    }
}

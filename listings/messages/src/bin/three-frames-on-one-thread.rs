//! Three frames where there's room for two, by the thread that will upload them
//@ hangs
//@ schedules

use std::sync::mpsc;

fn main() {
    let (camera, uploader) = mpsc::sync_channel(2);

    for frame in ["frame 1", "frame 2", "frame 3"] {
        println!("{frame}");
        camera.send(frame).unwrap();
    }
    drop(camera);

    println!("uploaded: {}", uploader.iter().count());
}

//! Three frames where there's room for two, by a camera that doesn't wait

use std::sync::mpsc;

fn main() {
    let (camera, uploader) = mpsc::sync_channel(2);

    for frame in ["frame 1", "frame 2", "frame 3"] {
        if camera.try_send(frame).is_err() {
            println!("thrown away: {frame}");
        }
    }
    drop(camera);

    println!("uploaded: {}", uploader.iter().count());
}

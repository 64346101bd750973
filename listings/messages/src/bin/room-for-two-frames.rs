//! Room for two frames

use std::sync::mpsc::{self, TrySendError};

fn main() {
    let (camera, uploader) = mpsc::sync_channel(2);

    for frame in ["frame 1", "frame 2", "frame 3"] {
        match camera.try_send(frame) {
            Ok(()) => println!("{frame}: queued"),
            Err(TrySendError::Full(frame)) => println!("{frame}: no room"),
            Err(TrySendError::Disconnected(frame)) => println!("{frame}: no uploader"),
        }
    }

    drop(uploader);
    println!("{:?}", camera.try_send("frame 4"));
}

//! A function for unbounded senders is given a bounded one
//!
//! If this compiled, the signature of `film` wouldn't be true any more. It says that nothing here can be held up, and
//! the third frame would have to wait until one has been taken out. `main` takes them out, so here it wouldn't wait for
//! long. But a caller who relies on the signature, and holds a lock meanwhile, could be waiting with it for somebody
//! who needs the lock.
//@ fixed-by: messages/function-for-bounded-senders

use std::sync::mpsc::{self, Sender};
use std::thread;

fn film(camera: Sender<u32>) {
    for frame in 1..=3 {
        camera.send(frame).unwrap();
    }
}

fn main() {
    let (camera, uploader) = mpsc::sync_channel(2);

    let filming = thread::spawn(|| film(camera)); //~ E0308: mismatched types

    println!("{} frames", uploader.iter().count());
    filming.join().unwrap();
}

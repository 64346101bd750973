//! The same three downloads without `collect`
//@ hangs
//@ schedules

use std::sync::Barrier;
use std::thread;

static ALL_CONNECTED: Barrier = Barrier::new(3);

fn download(part: &str) {
    ALL_CONNECTED.wait();
    println!("{part} saved");
}

// ANCHOR: main
fn main() {
    let parts = ["disc-1", "disc-2", "disc-3"].into_iter();
    println!("connecting");

    parts
        .map(|part| thread::spawn(move || download(part)))
        .for_each(|handle| handle.join().unwrap());
}
// ANCHOR_END: main

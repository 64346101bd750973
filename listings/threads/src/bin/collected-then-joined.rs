//! All threads are started before the first is joined
//@ unordered
//@ schedules

use std::sync::Barrier;
use std::thread;

static ALL_CONNECTED: Barrier = Barrier::new(3);

fn download(part: &str) {
    ALL_CONNECTED.wait();
    println!("{part} saved");
}

fn main() {
    let parts = ["disc-1", "disc-2", "disc-3"].into_iter();

    let handles: Vec<_> = parts
        .map(|part| thread::spawn(move || download(part)))
        .collect();

    for handle in handles {
        handle.join().unwrap();
    }
}

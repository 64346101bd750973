//! `is_finished` asks and doesn't wait

use std::sync::Barrier;
use std::thread;

static GO: Barrier = Barrier::new(2);

fn main() {
    let download = thread::spawn(|| {
        GO.wait();
        "24 MB"
    });

    println!("finished before the start: {}", download.is_finished());
    GO.wait();

    while !download.is_finished() {
        thread::yield_now();
    }
    println!("finished, and here are {}", download.join().unwrap());
}

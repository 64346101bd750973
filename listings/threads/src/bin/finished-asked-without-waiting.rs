//! `is_finished` asks and does not wait

use std::sync::Barrier;
use std::thread;

static GO: Barrier = Barrier::new(2);

fn main() {
    let baker = thread::spawn(|| {
        GO.wait();
        "24 rolls"
    });

    println!("finished before the start: {}", baker.is_finished());
    GO.wait();

    while !baker.is_finished() {
        thread::yield_now();
    }
    println!("finished, and here are {}", baker.join().unwrap());
}

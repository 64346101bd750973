//! A clone for each thread, made before the move
//@ unordered

use std::thread;

fn main() {
    let config = String::from("width=800, quality=80");

    let mut workers = Vec::new();
    // ANCHOR: loop
    for number in [1, 2] {
        let config = config.clone();
        let work = move || println!("worker {number}: {config}");
        workers.push(thread::spawn(work));
    }
    // ANCHOR_END: loop

    for worker in workers {
        worker.join().unwrap();
    }
}

//! A log goes into the thread and comes back through `join`

use std::thread;

fn main() {
    let mut log = vec!["photo received"];

    let worker = thread::spawn(move || {
        log.push("photo resized");
        log
    });

    log = worker.join().unwrap();
    log.push("photo published");
    println!("{log:?}");
}

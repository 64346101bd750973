//! Nobody receives any more, and the search is told
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (found, files) = mpsc::sync_channel(1);
    let search = thread::spawn(move || {
        for file in ["letter", "letter (2)", "letter (3)"] {
            if found.send(file).is_err() {
                return;
            }
        }
    });

    // ANCHOR: end
    println!("restored: {}", files.recv().unwrap());
    drop(files);
    search.join().unwrap();
    println!("good night");
    // ANCHOR_END: end
}

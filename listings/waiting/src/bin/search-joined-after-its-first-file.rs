//! A search finds three files, and one of them is enough
//@ hangs
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

    println!("restored: {}", files.recv().unwrap());
    search.join().unwrap();
    println!("good night");
}

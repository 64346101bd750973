//! A download reports once and gets into trouble

use std::sync::mpsc;
use std::thread;

fn main() {
    let (progress, screen) = mpsc::channel();

    let download = thread::spawn(move || {
        progress.send("half of it").unwrap();
        panic!("connection reset"); //~ panic: connection reset
    });

    for part in screen {
        println!("arrived: {part}");
    }
    println!("no more to come");
    println!("in trouble: {}", download.join().is_err());
}

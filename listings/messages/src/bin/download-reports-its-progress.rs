//! A download reports its progress while it goes on

use std::sync::mpsc;
use std::thread;

fn main() {
    let (progress, screen) = mpsc::channel();

    let download = thread::spawn(move || {
        progress.send("half of it").unwrap();
        progress.send("all of it").unwrap();
    });

    println!("first: {}", screen.recv().unwrap());
    println!("then: {}", screen.recv().unwrap());
    download.join().unwrap();
}

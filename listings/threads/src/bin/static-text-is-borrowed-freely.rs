//! A literal is borrowed for ever, so a thread may hold a reference to it

use std::thread;

fn main() {
    let version: &'static str = "shop 2.1";

    let worker = thread::spawn(move || println!("worker: {version}"));
    worker.join().unwrap();

    println!("main: {version}");
}

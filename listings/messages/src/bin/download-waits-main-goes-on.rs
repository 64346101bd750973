//! A download waits for its address, and `main` has it

use std::sync::mpsc;
use std::thread;

fn main() {
    let (order, inbox) = mpsc::channel();

    let download = thread::spawn(move || {
        let address = inbox.recv().unwrap();
        println!("download: starts with {address}");
    });

    println!("main: logged in");
    order.send("photo.jpg").unwrap();
    download.join().unwrap();
}

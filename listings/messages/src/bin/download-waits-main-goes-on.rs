//! A download waits to be told what to fetch, and `main` knows

use std::sync::mpsc;
use std::thread;

fn main() {
    let (order, inbox) = mpsc::channel();

    let download = thread::spawn(move || {
        let file = inbox.recv().unwrap();
        println!("download: starts with {file}");
    });

    println!("main: logged in");
    order.send("photo.jpg").unwrap();
    download.join().unwrap();
}

//! A thread from `spawn` can't send through a half that it has only borrowed
//!
//! If this compiled, the download would send through a variable of `main`'s. In this program it'd all go well, as
//! `main` joins the download before it drops the sender. But `spawn` can't know that. A function that starts such a
//! download and returns would drop the sender, and the download, still running, would send through freed memory.
//@ fixed-by: messages/download-reports-its-progress

use std::sync::mpsc;
use std::thread;

fn main() {
    let (progress, screen) = mpsc::channel();

    let download = thread::spawn(|| {
        //~^ E0373: closure may outlive the current function
        progress.send("half of it").unwrap();
        progress.send("all of it").unwrap();
    });

    println!("first: {}", screen.recv().unwrap());
    println!("then: {}", screen.recv().unwrap());
    download.join().unwrap();
}

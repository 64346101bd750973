//! A worker is silent for too long, and is asked
//@ schedules

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

fn main() {
    let (replies, monitor) = mpsc::channel();
    let (pings, inbox) = mpsc::channel();

    let worker = thread::spawn(move || {
        let question = inbox.recv().unwrap();
        replies.send(format!("{question} Yes.")).unwrap();
    });

    println!("{:?}", monitor.recv_timeout(Duration::from_millis(20)));
    pings.send("All well?").unwrap();
    println!("{:?}", monitor.recv());
    worker.join().unwrap();
}

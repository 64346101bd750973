//! The western gauge waits for a message from the eastern one

use std::sync::mpsc;
use std::thread;

fn main() {
    let (gauge, log) = mpsc::channel();
    let second_gauge = gauge.clone();
    let (done, turn) = mpsc::channel();

    let eastern = thread::spawn(move || {
        gauge.send("east: 2 m").unwrap();
        gauge.send("east: 3 m").unwrap();
        done.send(()).unwrap();
    });
    let western = thread::spawn(move || {
        turn.recv().unwrap();
        second_gauge.send("west: 1 m").unwrap();
    });

    for level in log {
        println!("{level}");
    }
    eastern.join().unwrap();
    western.join().unwrap();
}

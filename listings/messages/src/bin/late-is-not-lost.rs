//! A ship is silent for too long, and is called
//@ schedules

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

fn main() {
    let (radio, station) = mpsc::channel();
    let (call, bridge) = mpsc::channel();

    let ship = thread::spawn(move || {
        let question = bridge.recv().unwrap();
        radio.send(format!("{question} Yes.")).unwrap();
    });

    println!("{:?}", station.recv_timeout(Duration::from_millis(20)));
    call.send("All well?").unwrap();
    println!("{:?}", station.recv());
    ship.join().unwrap();
}

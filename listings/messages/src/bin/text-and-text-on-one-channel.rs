//! Two reports of one type

use std::sync::mpsc;

fn main() {
    let (station, log) = mpsc::channel();

    station.send("18 degrees").unwrap();
    station.send("a clear sky").unwrap();

    println!("first: {}", log.recv().unwrap());
    println!("then: {}", log.recv().unwrap());
}

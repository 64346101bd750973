//! Two gauges on a river, three readings, one log
//@ outcome: east: 2 m | east: 3 m | west: 1 m
//@ outcome: east: 2 m | west: 1 m | east: 3 m
//@ outcome: west: 1 m | east: 2 m | east: 3 m
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (gauge, log) = mpsc::channel();
    let second_gauge = gauge.clone();

    let eastern = thread::spawn(move || {
        gauge.send("east: 2 m").unwrap();
        gauge.send("east: 3 m").unwrap();
    });
    let western = thread::spawn(move || second_gauge.send("west: 1 m").unwrap());

    for level in log {
        println!("{level}");
    }
    eastern.join().unwrap();
    western.join().unwrap();
}

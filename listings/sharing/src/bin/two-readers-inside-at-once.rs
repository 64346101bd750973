//! Two travellers before one timetable
//@ schedules

use std::sync::{Barrier, RwLock};
use std::thread;

fn main() {
    let timetable = RwLock::new(vec!["07:10", "08:40"]);
    let both_inside = Barrier::new(2);
    println!("the station is open");

    let look = || {
        let trains = timetable.read().unwrap();
        both_inside.wait();
        trains.len()
    };

    thread::scope(|scope| {
        let ann = scope.spawn(look);
        let ben = scope.spawn(look);
        println!("Ann sees {} trains", ann.join().unwrap());
        println!("Ben sees {} trains", ben.join().unwrap());
    });
}

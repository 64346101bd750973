//! Three days, three threads, one loop of joins

use std::thread;

fn main() {
    let readings = [vec![18, 21, 19], vec![25, 24], vec![7, 11, 9, 5]];

    let handles = readings.map(|day| thread::spawn(move || day.into_iter().max()));

    for (number, handle) in (1..).zip(handles) {
        let hottest = handle.join().unwrap();
        println!("day {number}: {hottest:?}");
    }
}

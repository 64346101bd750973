//! Results come in the order of the handles, whoever finishes first

use std::thread;

fn main() {
    let readings = [vec![18, 21, 19], vec![25, 24], vec![7, 11, 9, 5]];

    let threads = readings.map(|day| thread::spawn(move || day.into_iter().max()));

    for (number, thread) in (1..).zip(threads) {
        let hottest = thread.join().unwrap();
        println!("day {number}: {hottest:?}");
    }
}

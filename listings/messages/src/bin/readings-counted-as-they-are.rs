//! The log adds up the counts that are there

use std::sync::mpsc;
use std::thread;

fn main() {
    let (counts, log) = mpsc::channel();

    thread::scope(|scope| {
        for readings in [31, 27] {
            let counts = counts.clone();
            scope.spawn(move || counts.send(readings).unwrap());
        }
    });

    println!("the gauges are off");
    let total: u32 = log.try_iter().sum();
    println!("{total} readings");
}

//! Two gauges have sent their counts and are done
//@ hangs
//@ schedules

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
    let total: u32 = log.iter().sum();
    println!("{total} readings");
}

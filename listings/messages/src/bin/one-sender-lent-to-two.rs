//! One sender, lent to two threads of a scope

use std::sync::mpsc;
use std::thread;

fn main() {
    let (counts, log) = mpsc::channel();

    thread::scope(|scope| {
        scope.spawn(|| counts.send(31).unwrap());
        scope.spawn(|| counts.send(27).unwrap());
    });
    drop(counts);

    let total: u32 = log.iter().sum();
    println!("{total} readings");
}

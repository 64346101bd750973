//! Two gauges, two readings from each
//@ outcome: east 2, east 3, west 1, west 0
//@ outcome: east 2, west 1, east 3, west 0
//@ outcome: east 2, west 1, west 0, east 3
//@ outcome: west 1, east 2, east 3, west 0
//@ outcome: west 1, east 2, west 0, east 3
//@ outcome: west 1, west 0, east 2, east 3

use std::hint;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

static READY: AtomicU32 = AtomicU32::new(0);

fn report(gauge: Sender<&str>, levels: [&'static str; 2]) {
    READY.fetch_add(1, Ordering::Relaxed);
    while READY.load(Ordering::Relaxed) < 2 {
        hint::spin_loop();
    }
    for level in levels {
        gauge.send(level).unwrap();
    }
}

fn main() {
    let (gauge, log) = mpsc::channel();
    let second_gauge = gauge.clone();

    thread::scope(|scope| {
        scope.spawn(move || report(gauge, ["east 2", "east 3"]));
        scope.spawn(move || report(second_gauge, ["west 1", "west 0"]));
    });

    let levels: Vec<&str> = log.iter().collect();
    println!("{}", levels.join(", "));
}

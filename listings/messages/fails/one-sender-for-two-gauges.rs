//! Two gauges, and one sender for both
//!
//! If this compiled, two threads would own one sender, and each would drop it at its end. The channel has counted one:
//! with the first drop there's none left, so the loop in `main` ends and drops the log, and the memory of the channel
//! is freed. Whatever the slower gauge still does with its sender, it does in memory that's no longer a channel.
//@ fixed-by: messages/two-gauges-one-log

use std::sync::mpsc;
use std::thread;

fn main() {
    let (gauge, log) = mpsc::channel();

    let eastern = thread::spawn(move || {
        gauge.send("east: 2 m").unwrap();
        gauge.send("east: 3 m").unwrap();
    });
    let western = thread::spawn(move || gauge.send("west: 1 m").unwrap()); //~ E0382: use of moved value: `gauge`

    for level in log {
        println!("{level}");
    }
    eastern.join().unwrap();
    western.join().unwrap();
}

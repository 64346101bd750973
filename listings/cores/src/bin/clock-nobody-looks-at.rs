//! A clock ticks each millisecond while a build takes fifty

use crossbeam::channel;
use std::thread;
use std::time::Duration;

fn main() {
    let clock = channel::tick(Duration::from_millis(1));
    thread::sleep(Duration::from_millis(50));
    println!("{} waiting", clock.len());
}

//! Server and log, each on its thread
//@ outcome: server: listening | log: open
//@ outcome: log: open | server: listening
//@ schedules

use std::thread;

fn main() {
    let log = thread::spawn(|| println!("log: open"));

    println!("server: listening");

    log.join().unwrap();
}

//! Server and log, each on its thread
//@ outcome: server: 2000 articles on sale | log: open
//@ outcome: log: open | server: 2000 articles on sale
//@ schedules

use std::thread;

fn main() {
    let log = thread::spawn(|| println!("log: open"));

    let articles: Vec<String> = (1..=2000).map(|n| format!("lamp {n}")).collect();
    println!("server: {} articles on sale", articles.len());

    log.join().unwrap();
}

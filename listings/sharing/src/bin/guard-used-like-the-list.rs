//! A guard is used like the list that it gives access to

use std::sync::Mutex;

fn add_up(log: &[u32]) -> u32 {
    log.iter().sum()
}

fn main() {
    let rain = Mutex::new(vec![3, 0]);

    let mut log = rain.lock().unwrap();
    log.push(7);
    log[1] = 1;
    println!("{} days, {} mm", log.len(), add_up(&log));

    *log = Vec::new();
    println!("{} days", log.len());
}

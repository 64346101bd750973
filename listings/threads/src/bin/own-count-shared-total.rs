//! Each thread counts twice

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static ALL_SENT: AtomicU32 = AtomicU32::new(0);

fn send_reminders() -> u32 {
    let mut sent = 0;
    for _ in 0..500 {
        sent += 1;
        ALL_SENT.fetch_add(1, Ordering::Relaxed);
    }
    sent
}

fn main() {
    let first = thread::spawn(send_reminders);
    let second = thread::spawn(send_reminders);

    println!("first: {}", first.join().unwrap());
    println!("second: {}", second.join().unwrap());
    println!("all: {}", ALL_SENT.load(Ordering::Relaxed));
}

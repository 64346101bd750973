//! A waiter takes orders, and the kitchen is closed

use std::sync::mpsc;
use std::thread;

fn main() {
    let (waiter, kitchen) = mpsc::channel();

    let evening = thread::spawn(move || {
        for table in 1..=100_000 {
            waiter.send(format!("table {table}: soup")).unwrap();
        }
    });

    evening.join().unwrap();
    println!("{} orders are waiting", kitchen.iter().count());
}

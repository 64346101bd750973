//! A writer tells that the report is written
//@ may-hang
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

static DESK: Mutex<()> = Mutex::new(());
static WRITTEN: Condvar = Condvar::new();

fn main() {
    let writer = thread::spawn(|| {
        println!("writer: the report is written");
        WRITTEN.notify_one();
    });

    let desk = DESK.lock().unwrap();
    drop(WRITTEN.wait(desk).unwrap());
    println!("mail: sent");
    writer.join().unwrap();
}

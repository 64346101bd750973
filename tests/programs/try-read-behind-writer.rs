//! `try_read` while another guard reads and a writer may wait
//@ returns: true
//@ returns, only if `try_read` fails behind a writer: false

use std::sync::RwLock;
use std::thread;

static LOCK: RwLock<u32> = RwLock::new(0);

fn main() {
    let reading = LOCK.read().unwrap();
    let writer = thread::spawn(|| *LOCK.write().unwrap() += 1);
    println!("{}", LOCK.try_read().is_ok());
    drop(reading);
    writer.join().unwrap();
}

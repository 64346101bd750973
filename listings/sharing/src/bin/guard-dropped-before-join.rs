//! `main` lets go of the lock, and then waits
//@ schedules

use std::sync::Mutex;
use std::thread;

static RAIN: Mutex<Vec<u32>> = Mutex::new(Vec::new());

fn main() {
    let mut log = RAIN.lock().unwrap();
    log.push(3);
    drop(log);

    let station = thread::spawn(|| RAIN.lock().unwrap().push(7));
    println!("waiting for the station");
    station.join().unwrap();

    println!("{} entries", RAIN.lock().unwrap().len());
}

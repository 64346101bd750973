//! Two encoders take scenes from one list
//@ schedules
//@ outcome: Ada [1, 2], Ben []
//@ outcome: Ada [1], Ben [2]
//@ outcome: Ada [2], Ben [1]
//@ outcome: Ada [], Ben [1, 2]

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

// ANCHOR: program
static LIST: Mutex<VecDeque<u32>> = Mutex::new(VecDeque::new());

fn next() -> Option<u32> {
    LIST.lock().unwrap().pop_front()
}

fn work() -> Vec<u32> {
    let mut encoded = Vec::new();
    while let Some(scene) = next() {
        encode(scene);
        encoded.push(scene);
    }
    encoded
}
// ANCHOR_END: program

fn main() {
    LIST.lock().unwrap().extend([1, 2]);
    let ada = thread::spawn(work);
    let ben = thread::spawn(work);
    let (ada, ben) = (ada.join().unwrap(), ben.join().unwrap());
    println!("Ada {ada:?}, Ben {ben:?}");
}

fn encode(_scene: u32) {
    thread::sleep(Duration::from_micros(50));
}

//! An encoder looks into both lists in a single statement
//@ schedules
//@ may-hang

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

static LISTS: [Mutex<VecDeque<u32>>; 2] = [const { Mutex::new(VecDeque::new()) }; 2];

// ANCHOR: next
fn next(me: usize) -> Option<u32> {
    LISTS[me]
        .lock()
        .unwrap()
        .pop_back()
        .or_else(|| LISTS[1 - me].lock().unwrap().pop_front())
}
// ANCHOR_END: next

fn work(me: usize) -> Vec<u32> {
    let mut encoded = Vec::new();
    while let Some(scene) = next(me) {
        encode(scene);
        encoded.push(scene);
    }
    encoded
}

fn main() {
    LISTS[0].lock().unwrap().extend([1, 2]);
    let ada = thread::spawn(|| work(0));
    let ben = thread::spawn(|| work(1));
    let (ada, ben) = (ada.join().unwrap(), ben.join().unwrap());
    println!("{} scenes encoded", ada.len() + ben.len());
}

fn encode(_scene: u32) {
    thread::sleep(Duration::from_micros(50));
}

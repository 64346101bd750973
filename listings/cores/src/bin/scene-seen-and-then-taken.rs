//! An encoder reads the first scene of the other's list, and then takes it off
//@ schedules
//@ outcome: Ada [2, 1], Ben []
//@ outcome: Ada [2], Ben [1]
//@ outcome: Ada [], Ben [1, 2]
//@ outcome: Ada [2, 1], Ben [1]
//@ outcome: Ada [2], Ben [1, 2]

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

static LISTS: [Mutex<VecDeque<u32>>; 2] = [const { Mutex::new(VecDeque::new()) }; 2];

// ANCHOR: next
fn next(me: usize) -> Option<u32> {
    let mine = LISTS[me].lock().unwrap().pop_back();
    mine.or_else(|| {
        let first = LISTS[1 - me].lock().unwrap().front().copied();
        thread::sleep(Duration::from_micros(50));
        LISTS[1 - me].lock().unwrap().pop_front();
        first
    })
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
    println!("Ada {ada:?}, Ben {ben:?}");
}

fn encode(_scene: u32) {
    thread::sleep(Duration::from_micros(50));
}

//! Whoever finds no scene in either list says that the film is done
//@ schedules
//@ outcome: encoded: 0 of 2 minutes
//@ outcome: encoded: 1 of 2 minutes
//@ outcome: encoded: 2 of 2 minutes

use std::collections::VecDeque;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

static LISTS: [Mutex<VecDeque<u32>>; 2] = [const { Mutex::new(VecDeque::new()) }; 2];

fn next(me: usize) -> Option<u32> {
    let mine = LISTS[me].lock().unwrap().pop_back();
    mine.or_else(|| LISTS[1 - me].lock().unwrap().pop_front())
}

static DONE: AtomicBool = AtomicBool::new(false);

// ANCHOR: program
fn work(me: usize) -> u32 {
    let mut encoded = 0;
    while !DONE.load(Ordering::SeqCst) {
        let found = next(me);
        pause();
        match found {
            Some(1) => encoded += 1,
            Some(_) => LISTS[me].lock().unwrap().extend([1, 1]),
            None => DONE.store(true, Ordering::SeqCst),
        }
    }
    encoded
}
// ANCHOR_END: program

fn main() {
    LISTS[0].lock().unwrap().push_back(2);
    let ada = thread::spawn(|| work(0));
    let ben = thread::spawn(|| work(1));
    let encoded = ada.join().unwrap() + ben.join().unwrap();
    println!("encoded: {encoded} of 2 minutes");
}

fn pause() {
    thread::sleep(Duration::from_micros(50));
}

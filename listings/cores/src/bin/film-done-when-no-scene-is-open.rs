//! Both go on until no scene is left that anybody has to encode
//@ schedules

use std::collections::VecDeque;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

static LISTS: [Mutex<VecDeque<u32>>; 2] = [const { Mutex::new(VecDeque::new()) }; 2];

fn next(me: usize) -> Option<u32> {
    let mine = LISTS[me].lock().unwrap().pop_back();
    mine.or_else(|| LISTS[1 - me].lock().unwrap().pop_front())
}

static OPEN: AtomicU32 = AtomicU32::new(1);

fn work(me: usize) -> u32 {
    let mut encoded = 0;
    while OPEN.load(Ordering::SeqCst) > 0 {
        let found = next(me);
        pause();
        // ANCHOR: cases
        match found {
            Some(1) => {
                encoded += 1;
                OPEN.fetch_sub(1, Ordering::SeqCst);
            }
            Some(_) => {
                OPEN.fetch_add(1, Ordering::SeqCst);
                LISTS[me].lock().unwrap().extend([1, 1]);
            }
            None => {}
        }
        // ANCHOR_END: cases
    }
    encoded
}

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

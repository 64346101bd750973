//! Two tills, one book
//@ outcome: entries: ["front", "back"]
//@ outcome: entries: ["back", "front"]
//@ schedules

use std::sync::{Barrier, Mutex};
use std::thread;

static BOOK: Mutex<Vec<&str>> = Mutex::new(Vec::new());
static OPENING: Barrier = Barrier::new(2);

fn enter(till: &'static str) {
    OPENING.wait();
    BOOK.lock().unwrap().push(till);
}

fn main() {
    let front = thread::spawn(|| enter("front"));
    let back = thread::spawn(|| enter("back"));

    front.join().unwrap();
    back.join().unwrap();
    println!("entries: {:?}", BOOK.lock().unwrap());
}

//! One copy on the shelf, and two readers
//@ outcome: 1 lent, 0 on the shelf
//@ outcome: 2 lent, -1 on the shelf
//@ schedules

use std::sync::{Barrier, Mutex};
use std::thread;

static SHELF: Mutex<i32> = Mutex::new(1);
static OPENING: Barrier = Barrier::new(2);

fn ask_for_a_copy() -> bool {
    OPENING.wait();
    let there_is_one = *SHELF.lock().unwrap() > 0;
    if there_is_one {
        *SHELF.lock().unwrap() -= 1;
    }
    there_is_one
}

fn main() {
    let readers = [ask_for_a_copy; 2].map(thread::spawn);
    let lent = readers.map(|reader| reader.join().unwrap());

    let count = lent.iter().filter(|got| **got).count();
    println!("{count} lent, {} on the shelf", SHELF.lock().unwrap());
}

//! The same two people, each at a pace of their own
//@ outcome: 2 of 2 get past
//@ outcome: 1 of 2 get past
//@ outcome: 0 of 2 get past
//@ schedules

use std::sync::{Barrier, Mutex};
use std::thread;

static LEFT: Mutex<()> = Mutex::new(());
static RIGHT: Mutex<()> = Mutex::new(());
static THEY_MEET: Barrier = Barrier::new(2);

// ANCHOR: attempts
fn gets_past(mine: &Mutex<()>, yours: &Mutex<()>) -> bool {
    THEY_MEET.wait();
    (1..=3).any(|_| {
        let _here = mine.lock().unwrap();
        yours.try_lock().is_ok()
    })
}
// ANCHOR_END: attempts

fn main() {
    thread::scope(|scope| {
        let ann = scope.spawn(|| gets_past(&LEFT, &RIGHT));
        let ben = scope.spawn(|| gets_past(&RIGHT, &LEFT));
        let past = [ann, ben].map(|person| u32::from(person.join().unwrap()));
        println!("{} of 2 get past", past[0] + past[1]);
    });
}

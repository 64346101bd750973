//! Two polite people in a corridor, in step
//@ schedules

use std::sync::{Barrier, Mutex};
use std::thread;

static LEFT: Mutex<()> = Mutex::new(());
static RIGHT: Mutex<()> = Mutex::new(());
static IN_STEP: Barrier = Barrier::new(2);

fn pass(mine: &Mutex<()>, yours: &Mutex<()>) -> Result<u32, u32> {
    for step in 1..=3 {
        let _here = mine.lock().unwrap();
        IN_STEP.wait();
        let free = yours.try_lock().is_ok();
        IN_STEP.wait();
        if free {
            return Ok(step);
        }
    }
    Err(3)
}

fn main() {
    thread::scope(|scope| {
        let ann = scope.spawn(|| pass(&LEFT, &RIGHT));
        let ben = scope.spawn(|| pass(&RIGHT, &LEFT));
        println!("Ann: {:?}", ann.join().unwrap());
        println!("Ben: {:?}", ben.join().unwrap());
    });
}

//! Sleepers are counted in a number of their own, with `Acquire` and `Release`
//@ outcome: main wakes somebody: false, the worker sleeps: false
//@ outcome: main wakes somebody: true, the worker sleeps: false
//@ outcome: main wakes somebody: true, the worker sleeps: true
//@ schedules

use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Release};
use std::thread;
use std::time::Duration;

static TAKEN: AtomicU32 = AtomicU32::new(1);
static SLEEPERS: AtomicU32 = AtomicU32::new(0);

fn find_taken_and_sleep() -> bool {
    SLEEPERS.fetch_add(1, AcqRel);
    thread::sleep(Duration::from_micros(50));
    TAKEN.load(Acquire) == 1
}

fn unlock_and_wake() -> bool {
    TAKEN.store(0, Release);
    SLEEPERS.load(Acquire) > 0
}

fn main() {
    let worker = thread::spawn(find_taken_and_sleep);
    thread::sleep(Duration::from_micros(10));
    let wakes = unlock_and_wake();
    let sleeps = worker.join().unwrap();
    println!("main wakes somebody: {wakes}, the worker sleeps: {sleeps}");
}

//! A request waits while there is no answer, and for two milliseconds at most
//@ outcome: answered
//@ outcome: gives up; answer there: false
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

static ANSWER: Mutex<Option<u32>> = Mutex::new(None);
static DONE: Condvar = Condvar::new();

fn main() {
    let database = thread::spawn(|| {
        thread::sleep(Duration::from_millis(2));
        *ANSWER.lock().unwrap() = Some(42);
        DONE.notify_one();
    });

    let answer = ANSWER.lock().unwrap();
    // ANCHOR: wait
    let limit = Duration::from_millis(2);
    let (answer, wait) = DONE
        .wait_timeout_while(answer, limit, |answer| answer.is_none())
        .unwrap();
    if wait.timed_out() {
        println!("gives up; answer there: {}", answer.is_some());
    } else {
        println!("answered");
    }
    // ANCHOR_END: wait
    drop(answer);
    database.join().unwrap();
}

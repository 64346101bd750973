//! A request waits for the database, and for two milliseconds at most
//@ outcome: answered
//@ outcome: gives up; answer there: false
//@ outcome: gives up; answer there: true
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
    let (answer, wait) = DONE.wait_timeout(answer, Duration::from_millis(2)).unwrap();
    if wait.timed_out() {
        println!("gives up; answer there: {}", answer.is_some());
    } else {
        println!("answered");
    }
    drop(answer);
    database.join().unwrap();
}

//! The same list in the edition of 2021
//@ same-code-as: sharing/empty-queue-in-2024

use std::sync::Mutex;

static JOBS: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn main() {
    // ANCHOR: asking
    if let Some(job) = JOBS.lock().unwrap().pop() {
        println!("{job} runs");
    } else {
        println!("no job; free: {}", JOBS.try_lock().is_ok());
    }
    // ANCHOR_END: asking
}

//! An empty list of jobs, asked with `if let`, in the edition of 2024

use std::sync::Mutex;

static JOBS: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn main() {
    if let Some(job) = JOBS.lock().unwrap().pop() {
        println!("{job} runs");
    } else {
        println!("no job; free: {}", JOBS.try_lock().is_ok());
    }
}

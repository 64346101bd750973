//! One guard in a `match`, one in a `let` before it

use std::sync::Mutex;

static JOBS: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn run(job: &str) {
    let state = if JOBS.try_lock().is_ok() {
        "free"
    } else {
        "locked"
    };
    println!("{job} runs, and the list is {state}");
}

fn main() {
    JOBS.lock().unwrap().extend(["mail", "resize"]);

    match JOBS.lock().unwrap().pop() {
        Some(job) => run(job),
        None => println!("no job"),
    }

    let next = JOBS.lock().unwrap().pop();
    match next {
        Some(job) => run(job),
        None => println!("no job"),
    }
}

//! Jobs taken from the list in a `while let`

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

// ANCHOR: main
fn main() {
    JOBS.lock().unwrap().extend(["mail", "resize"]);

    while let Some(job) = JOBS.lock().unwrap().pop() {
        run(job);
    }

    println!("{} jobs left", JOBS.lock().unwrap().len());
}
// ANCHOR_END: main

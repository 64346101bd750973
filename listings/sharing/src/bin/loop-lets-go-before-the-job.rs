//! Jobs taken from the list in a `let` of their own

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

    // ANCHOR: loop
    loop {
        let next = JOBS.lock().unwrap().pop();
        let Some(job) = next else { break };
        run(job);
    }
    // ANCHOR_END: loop

    println!("{} jobs left", JOBS.lock().unwrap().len());
}

//! Three guards: in a block, in a variable, and without a name

use std::sync::Mutex;

static JOBS: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn state() -> &'static str {
    if JOBS.try_lock().is_ok() {
        "free"
    } else {
        "locked"
    }
}

fn main() {
    {
        let _jobs = JOBS.lock().unwrap();
        println!("in the block: {}", state());
    }
    println!("after the block: {}", state());

    let jobs = JOBS.lock().unwrap();
    println!("before drop: {}", state());
    drop(jobs);
    println!("after drop: {}", state());

    println!(
        "in one statement: {} jobs, {}",
        JOBS.lock().unwrap().len(),
        state()
    );
    println!("in the next: {}", state());
}

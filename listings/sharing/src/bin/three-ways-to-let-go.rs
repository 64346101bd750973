//! Three guards: in a block, in a variable, and without a name

use std::sync::Mutex;

static LOG: Mutex<Vec<u32>> = Mutex::new(Vec::new());

fn state() -> &'static str {
    if LOG.try_lock().is_ok() {
        "free"
    } else {
        "locked"
    }
}

fn main() {
    {
        let _log = LOG.lock().unwrap();
        println!("in the block: {}", state());
    }
    println!("after the block: {}", state());

    let log = LOG.lock().unwrap();
    println!("before drop: {}", state());
    drop(log);
    println!("after drop: {}", state());

    println!(
        "in one statement: {} days, {}",
        LOG.lock().unwrap().len(),
        state()
    );
    println!("in the next: {}", state());
}

//! The log of the main thread
//@ schedules

use std::cell::RefCell;

struct Log(RefCell<Vec<&'static str>>);

impl Drop for Log {
    fn drop(&mut self) {
        println!("log: {}", self.0.get_mut().join(", "));
    }
}

thread_local! {
    static LOG: Log = const { Log(RefCell::new(Vec::new())) };
}

// ANCHOR: main
fn main() {
    LOG.with(|log| log.0.borrow_mut().extend(["opened", "closed"]));
    println!("good night");
}
// ANCHOR_END: main
